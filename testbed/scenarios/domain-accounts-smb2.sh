# As domain-accounts, but the server speaks SMB 2.1 at most, so that calls are not encrypted.
server_protocol=SMB2_10
topology=domain
file=domain-accounts-smb2.pcap.gz
class=lateral
family=impacket-smb2-discovery
rule=SRC:10.60.0.66:lateral

play() {
  domain_day 90
  sleep 20
  tool samrdump corp.example/bob:Sommer-bob-7@10.60.0.10
  tool lookupsid corp.example/bob:Sommer-bob-7@10.60.0.10 1200
  echo 10.60.0.10 >"$work/targets"
  tool netview -targets "$work/targets" -noloop corp.example/bob:Sommer-bob-7
  sleep 15
}

# 10.60.0.66, with bob's password, lists accounts, sessions and shares with impacket's samrdump, lookupsid
# and netview.
topology=domain
file=domain-accounts.pcap.gz
class=lateral
family=impacket-discovery
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

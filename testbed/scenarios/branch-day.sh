# A day of two sites joined by WireGuard, in five minutes.
topology=branch
file=branch-day.pcap.gz
class=benign
family=vpn-branch
rule=ALL:benign

play() {
  both_sites 285
  sleep 300
}

# A day of an office with Active Directory, in five minutes.
topology=domain
file=domain-day.pcap.gz
class=benign
family=ad-office
rule=ALL:benign

play() {
  domain_day 285
  sleep 300
}

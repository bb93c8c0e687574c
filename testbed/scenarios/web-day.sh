# A day of a web farm in five minutes: eight people, a crawler, a partner's program, a watcher and the
# administrator. Searches and letters hold quotes, semicolons and words of SQL, as people write them.
topology=web
file=web-day.pcap.gz
class=benign
family=web-farm
rule=ALL:benign

play() {
  visitors 280
  sleep 90
  keep_house
  sleep 200
}

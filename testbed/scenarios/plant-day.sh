# A day of a control network in five minutes: the master polls and regulates, the engineer looks.
topology=plant
file=plant-day.pcap.gz
class=benign
family=control-network
rule=ALL:benign

play() {
  plant_work 290
  sleep 300
}

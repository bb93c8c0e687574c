# An ordinary quarter of an hour, in five minutes: eight desks, a sensor, an administrator.
file=benign.pcap.gz
class=benign
family=office
rule=ALL:benign

play() {
  office 270 34 pc-11 pc-12 pc-13 pc-14 pc-15 pc-16 pc-17 pc-18
  sleep 60
  admin_session pc-12
  sleep 150
  admin_session pc-17
  sleep 60
}

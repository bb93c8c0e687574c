# A day of a home in five minutes: devices report, announce themselves and ask the time; a phone and a
# laptop browse, search for devices and watch the camera.
topology=home
file=home-day.pcap.gz
class=benign
family=iot-home
rule=ALL:benign

play() {
  home_day 285
  sleep 300
}

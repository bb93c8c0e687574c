# pc-14 calls home to 203.0.113.80 every 5 s, give or take 10 %, for nine minutes of real time, with
# a self-signed certificate. Four other desks and a sensor that reports regularly are harmless.
file=beacon.pcap.gz
class=c2
family=https-beacon
rule=CONN:203.0.113.80:443:c2

play() {
  office 545 110 pc-11 pc-13 pc-14 pc-16 pc-18
  sleep 10
  call_home pc-14 540
}

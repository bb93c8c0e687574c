# A visitor's computer, 192.168.10.66, looks for what is alive and open in the home with nmap.
topology=home
file=home-scan.pcap.gz
class=scan
family=nmap-home
rule=SRC:192.168.10.66:scan
tools=(nmap:nmap)

play() {
  home_day 120
  sleep 30
  inside visitor nmap -n -sn 192.168.10.0/24 >"$work/nmap.log"
  sleep 5
  inside visitor nmap -n -sV --version-light --top-ports 100 192.168.10.5,20-26 >>"$work/nmap.log"
  sleep 10
}

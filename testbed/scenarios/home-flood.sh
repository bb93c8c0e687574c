# The recorder, taken over, floods 198.51.100.50 with SYNs, then with UDP, by hping3, 500 packets a second.
topology=home
file=home-flood.pcap.gz
class=dos
family=hping3
rule=HOST:198.51.100.50:dos
tools=(hping3:hping3)

play() {
  home_day 100
  sleep 30
  inside recorder timeout 20 hping3 -q -S -p 80 -i u2000 198.51.100.50 >"$work/hping.log" 2>&1 || true
  sleep 5
  inside recorder timeout 15 hping3 -q --udp -p 53 -d 512 -i u2000 198.51.100.50 >>"$work/hping.log" 2>&1 || true
  sleep 20
}

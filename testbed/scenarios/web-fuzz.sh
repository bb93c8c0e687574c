# 198.51.100.66 looks for hidden paths with ffuf, over TLS and under ffuf's own name.
topology=web
file=web-fuzz.pcap.gz
class=web_attack
family=ffuf
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"
tools=(ffuf:ffuf /usr/share/dirb/wordlists/common.txt:dirb)

play() {
  visitors 90
  sleep 20
  head -1500 /usr/share/dirb/wordlists/common.txt >"$work/words"
  inside attacker ffuf -s -t 4 -w "$work/words" -u "https://$shop/FUZZ" >"$work/ffuf.log" 2>&1 || true
  sleep 20
}

# 198.51.100.66 looks for hidden paths with gobuster and ffuf, over TLS: only the requests behind the
# balancer can be read.
topology=web
file=web-search.pcap.gz
class=web_attack
family=path-guessing
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"
tools=(gobuster:gobuster ffuf:ffuf /usr/share/dirb/wordlists/common.txt:dirb)

play() {
  visitors 110
  sleep 20
  head -1500 /usr/share/dirb/wordlists/common.txt >"$work/words"
  inside attacker gobuster dir -q -k -t 4 -a 'Mozilla/5.0 (X11; Linux x86_64)' -u "https://$shop/" -x php,bak \
    -w <(head -400 "$work/words") >"$work/gobuster.log" 2>&1 || true
  sleep 5
  inside attacker ffuf -s -t 4 -w "$work/words" -u "https://$shop/FUZZ" >"$work/ffuf.log" 2>&1 || true
  sleep 20
}

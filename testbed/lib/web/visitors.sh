# Who comes to a web farm without harm: people, crawlers that say who they are, programs, a watcher,
# and the administrator.

shop=www.shop.example
visitor_agents=(
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'
)
searches=(lamp table 'oak table' "O'Hara" 'chairs and tables' 'select union jack cushion' 'desk <120 cm' 'shelf; white'
  '50% off' 'drop leaf table')
letters=("Hello, I'd like to order; is -- by chance -- the oak table in stock?"
  'Please select a date from the calendar where I can come & see it.'
  'My script reads <script src="/style.js"> on your page: is that right?'
  'Der Schreibtisch "Drop leaf" gefällt uns. Passt er unter 100% der Fenster? /Anna')

knock() { # HOST ADDRESS AGENT ARGUMENT...: curl from one of a host's addresses
  local host=$1 address=$2 agent=$3
  shift 3
  inside "$host" curl -sS --compressed --max-time 20 --cacert "$work/tls/ca.pem" --interface "$address" \
    -A "$agent" -o /dev/null "$@" 2>>"$work/visitors.log" || true
}

visit_shop() { # ADDRESS AGENT SCHEME: one visit of a person
  local address=$1 agent=$2 from=$3://$shop id=$((RANDOM % 9 + 1))
  knock visitors "$address" "$agent" "$from/" --next -sS -o /dev/null --cacert "$work/tls/ca.pem" -A "$agent" \
    --interface "$address" -e "$from/" "$from/style.css" -o /dev/null "$from/image2.webp"
  sleep "$((RANDOM % 3))"
  case $((RANDOM % 8)) in
    0 | 1) knock visitors "$address" "$agent" -e "$from/" "$from/product.php?id=$id" ;;
    2 | 3) knock visitors "$address" "$agent" -e "$from/" -G "$from/search.php" \
      --data-urlencode "q=${searches[RANDOM % ${#searches[@]}]}" ;;
    4) knock visitors "$address" "$agent" -e "$from/contact.php" "$from/contact.php" \
      --data-urlencode "sender=visitor$id@mail.example" \
      --data-urlencode "body=${letters[RANDOM % ${#letters[@]}]}" ;;
    5) knock visitors "$address" "$agent" -e "$from/login.php" "$from/login.php" -d "name=ada&password=difference" ;;
    6) knock visitors "$address" "$agent" -e "$from/upload.php" "$from/upload.php" \
      -F "picture=@$work/www/image$((RANDOM % 6)).webp;type=image/webp" ;;
    7) knock visitors "$address" "$agent" -e "$from/" "$from/view.php?page=about.txt" ;;
  esac
}

visitor() { # NUMBER SECONDS: each has an address, a browser and, two in eight, no TLS
  local end=$((SECONDS + $2)) scheme=https
  RANDOM=$(($1 * 101))
  (($1 % 4)) || scheme=http
  sleep "$((RANDOM % 6))"
  while ((SECONDS < end)); do
    visit_shop "203.0.113.$((100 + $1))" "${visitor_agents[$1 % 4]}" "$scheme"
    sleep "$((3 + RANDOM % 12))"
  done
}

crawl() { # SECONDS: reads robots.txt and the site map, then each page, some that are gone
  local end=$((SECONDS + $1)) page i
  while ((SECONDS < end)); do
    for page in robots.txt sitemap.xml '' {product.php?id=,old/product-}{1,2,3,4,5,6,7,8,9} contact.php; do
      knock robots 203.0.113.110 'Mozilla/5.0 (compatible; ExampleBot/2.1; +https://bot.example/about)' \
        "http://$shop/$page"
      sleep 2
    done
  done
}

call_api() { # SECONDS: a partner's program lists products and orders every 7 s
  local end=$((SECONDS + $1))
  while ((SECONDS < end)); do
    knock robots 203.0.113.111 'python-requests/2.31.0' "https://$shop/api.php" \
      --next -sS -o /dev/null --cacert "$work/tls/ca.pem" --interface 203.0.113.111 -A 'python-requests/2.31.0' \
      -H 'Content-Type: application/json' -d '{"customer": 17, "items": [{"id": 3, "count": 2}]}' "https://$shop/api.php"
    sleep 7
  done
}

watch_site() { # SECONDS: is it up? every 10 s
  local end=$((SECONDS + $1))
  while ((SECONDS < end)); do
    knock robots 203.0.113.112 'UptimeCheck/3.2 (+https://uptime.example)' "http://$shop/health.php"
    sleep 10
  done
}

keep_house() { # the administrator looks after the servers, which fetch updates
  local host options=(-F none -i "$work/admin_key" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null
    -o LogLevel=ERROR)
  for host in 10.30.0.21 10.30.0.22 10.30.0.30; do
    inside bastion ssh "${options[@]}" "deploy@$host" 'uptime; df; sleep 2; ls /usr/share | head -40' >/dev/null </dev/null || true
  done
  for host in app-1 app-2 db; do
    inside "$host" curl -sS -o /dev/null --cacert "$work/tls/ca.pem" -A 'Debian APT-HTTP/1.3 (2.6.1)' \
      https://updates.example/package.deb || true
  done
}

visitors() { # SECONDS: everybody, in the background
  local i
  for i in 1 2 3 4 5 6 7 8; do visitor "$i" "$1" & done
  crawl "$1" &
  call_api "$1" &
  watch_site "$1" &
}

# What people and machines of the office do all day. Each function runs on one host of the testbed.

agents=(
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'
)
secure_sites=(www.example.com shop.example news.example.com docs.example mail.example.com)

browse() { # HOST URL...: fetches over one connection where the server allows it
  local host=$1 url args=()
  shift
  for url in "$@"; do args+=(-o /dev/null "$url"); done
  inside "$host" curl -sS --compressed --max-time 20 --cacert "$work/tls/ca.pem" \
    -A "${agents[$((10#${host//[!0-9]/} % 3))]}" "${args[@]}" 2>>"$work/browse.log" || true
}

visit_site() { # HOST
  local site=https://${secure_sites[RANDOM % ${#secure_sites[@]}]} i=$((RANDOM % 6))
  browse "$1" "$site/page$i.html" "$site/style.css" "$site/image$((RANDOM % 6)).webp"
  ((RANDOM % 3)) || browse "$1" "https://cdn.example.com/image$i.webp"
}

read_intranet() { # HOST
  if ((RANDOM % 2)); then
    browse "$1" "http://intranet.office.example/page$((RANDOM % 6)).html" \
      "http://intranet.office.example/style.css"
  else
    browse "$1" "https://intranet.office.example/page$((RANDOM % 6)).html"
  fi
}

look_up() { # HOST
  local questions=("MX example.com" "TXT example.com" "A mail.example.com" "A shop.example"
    "AAAA www.example.com" "A static.shop.example" "TXT _dmarc.example.com" "A files.office.example"
    "A printer.office.example")
  # shellcheck disable=SC2086  # type and name are two words
  inside "$1" dig +tries=1 +time=3 ${questions[RANDOM % ${#questions[@]}]} >/dev/null || true
}

fetch_update() { browse "$1" http://updates.example/package.deb; } # HOST

ask_time() { # HOST: one-shot; -x leaves the clock alone
  inside "$1" chronyd -x -Q -u root -t 8 "server time.office.example iburst maxsamples 2" \
    "cmdport 0" "bindcmdaddress /" "pidfile $work/$1-chrony.pid" >/dev/null 2>&1 || true
}

renew_address() { # HOST: a whole DHCP exchange; the address stays as it is
  echo "send host-name \"$1\";" >"$work/$1-dhcp.conf"
  inside "$1" timeout 10 dhclient -1 -d -sf /bin/true -cf "$work/$1-dhcp.conf" \
    -lf "$work/$1-leases" -pf "$work/$1-dhcp.pid" eth0 >/dev/null 2>&1 || true
}

admin_session() { # HOST: a key login, some commands with pauses, then a file copied
  local options=(-F none -i "$work/admin_key" -o StrictHostKeyChecking=no
    -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR)
  inside "$1" ssh "${options[@]}" deploy@jump.office.example \
    'uptime; sleep 2; ls -l /usr/share | head -40; sleep 3; df; sleep 1' >/dev/null </dev/null || true
  inside "$1" scp -q "${options[@]}" deploy@files.office.example:report.ods "$work/$1-copy" || true
}

report_readings() { # SECONDS: the sensor keeps one MQTT connection and publishes now and then
  { for ((i = 0; i < $1; i += 10)); do echo "temperature=2$((RANDOM % 4)).$((RANDOM % 10))"; sleep 10; done; } |
    inside sensor mosquitto_pub -h broker.office.example -t office/climate -l -k 30 || true
}

pause() { sleep "$(($1 / 2 + RANDOM % ($1 + 1))).$((RANDOM % 10))"; } # MEAN_SECONDS

desk() { # HOST SECONDS MEAN_PAUSE: one person's day
  local end=$((SECONDS + $2)) host=$1
  RANDOM=$((10#${host//[!0-9]/} * 101))
  sleep "$((RANDOM % 8)).$((RANDOM % 10))"
  renew_address "$host"
  ask_time "$host"
  while ((SECONDS < end)); do
    case $((RANDOM % 10)) in
      0 | 1 | 2 | 3 | 4) visit_site "$host" ;;
      5 | 6) read_intranet "$host" ;;
      7 | 8) look_up "$host" ;;
      9) if ((RANDOM % 4)); then ask_time "$host"; else fetch_update "$host"; fi ;;
    esac
    pause "$3"
  done
}

office() { # SECONDS MEAN_PAUSE HOST...: starts everyone in the background
  local seconds=$1 mean=$2 host
  shift 2
  for host in "$@"; do desk "$host" "$seconds" "$mean" & done
  report_readings "$seconds" &
}

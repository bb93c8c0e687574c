# What people and devices of a home do all day.

home_agent='Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
home_sites=(www.example.com shop.example news.example.com)

fetch() { # HOST AGENT URL...
  local host=$1 agent=$2 url args=()
  shift 2
  for url in "$@"; do args+=(-o /dev/null "$url"); done
  inside "$host" curl -sS --compressed --max-time 20 --cacert "$work/tls/ca.pem" -A "$agent" "${args[@]}" \
    2>>"$work/fetch.log" || true
}

lease() { # HOST: by DHCP, what it already has
  inside "$1" timeout 15 dhclient -4 -1 -d -sf /bin/true -lf "$work/$1.leases" -pf "$work/$1.pid" eth0 >/dev/null 2>&1 || true
}

set_clock() { # HOST
  inside "$1" timeout 15 chronyd -x -Q -t 5 -u root "server 192.168.10.1 iburst maxsamples 1" \
    "pidfile $work/$1-clock.pid" >/dev/null 2>&1 || true
}

report() { # HOST PERIOD SECONDS TOPIC: one connection to the hub
  { for ((i = 0; i < $3; i += $2)); do echo "{\"value\":2$((RANDOM % 9)).$((RANDOM % 10))}"; sleep "$2"; done; } |
    inside "$1" mosquitto_pub -h hub.home.example -t "home/$4" -l -k 60 || true
}

tell_cloud() { # HOST PERIOD SECONDS: a new connection each time, as devices do
  local end=$((SECONDS + $3))
  while ((SECONDS < end)); do
    inside "$1" curl -sS -o /dev/null --max-time 15 --cacert "$work/tls/ca.pem" -A 'ExampleDevice/1.4.2' \
      -d "{\"device\":\"$1\",\"state\":\"on\"}" https://cloud.devices.example/v1/state || true
    sleep "$2"
  done
}

name_itself() { # HOST SERVICE PORT: multicast DNS by avahi in a mount namespace of its own
  mkdir -p "$work/$1-avahi/services"
  printf '[server]\nhost-name=%s\nuse-ipv6=no\nenable-dbus=no\n[wide-area]\nenable-wide-area=no\n' "$1" >"$work/$1-avahi/conf"
  printf '<service-group><name>%s</name><service><type>%s</type><port>%s</port></service></service-group>' "$1" "$2" "$3" \
    >"$work/$1-avahi/services/it.service"
  # shellcheck disable=SC2016  # expanded by the inner shell
  launch "$1" timeout "$4" unshare --mount bash -c 'mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon &&
    mount --bind "$0/services" /etc/avahi/services && exec avahi-daemon -f "$0/conf" --no-drop-root --no-chroot --no-rlimits' \
    "$work/$1-avahi" >/dev/null 2>>"$work/avahi.log"
}

person() { # HOST SECONDS
  local end=$((SECONDS + $2)) site
  RANDOM=${#1}17
  lease "$1"
  while ((SECONDS < end)); do
    site=https://${home_sites[RANDOM % 3]}
    case $((RANDOM % 6)) in
      0 | 1 | 2 | 3) fetch "$1" "$home_agent" "$site/page$((RANDOM % 6)).html" "$site/style.css" "$site/image$((RANDOM % 6)).webp" ;;
      4) inside "$1" timeout 4 gssdp-discover -i eth0 --timeout=3 >/dev/null 2>&1 || true ;;
      5) inside "$1" python3 "$testbed/lib/home/watch.py" 192.168.10.20 12 || true ;;
    esac
    sleep "$((5 + RANDOM % 15))"
  done
}

home_day() { # SECONDS: everything, in the background
  local seconds=$1 device
  name_itself tv _googlecast._tcp 8009 "$seconds"
  name_itself speaker _raop._tcp 5000 "$seconds"
  name_itself hub _hap._tcp 51826 "$seconds"
  launch tv timeout "$seconds" python3 "$testbed/lib/home/announce.py" 192.168.10.25 MediaRenderer 60
  launch recorder timeout "$seconds" python3 "$testbed/lib/home/announce.py" 192.168.10.21 MediaServer 90
  launch hub timeout "$seconds" mosquitto_sub -h 192.168.10.5 -t 'home/#' >/dev/null
  for device in camera bulb plug thermostat tv speaker; do (lease "$device"; sleep "$((RANDOM % 20))"; set_clock "$device") & done
  report thermostat 15 "$seconds" climate &
  report plug 10 "$seconds" power &
  report bulb 30 "$seconds" light &
  tell_cloud thermostat 30 "$seconds" &
  tell_cloud camera 20 "$seconds" &
  tell_cloud speaker 45 "$seconds" &
  (sleep 40; fetch tv 'ExampleTV/7.2' https://updates.example/package.deb) &
  person phone "$seconds" &
  person laptop "$seconds" &
}

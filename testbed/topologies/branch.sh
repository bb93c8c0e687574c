# Headquarters and a branch, joined by WireGuard. Held out: see testbed/HELD-OUT.
#
#   files 10.50.0.30   app 10.50.0.20   dns 10.50.0.53   desk-1, desk-2 10.50.0.101-102   vpn 10.50.0.2
#        \               |                |                       |                      /
#         ------------------------- switch (captured here) ------------------------------
#                                         |
#               gateway 10.50.0.1, 192.0.2.2 for vpn -- line (delay) -- outside
#                        sites  echo 203.0.113.90 (ptunnel)  names 203.0.113.54 (dns2tcp)
#                        branch-vpn 198.51.100.60 -- branch switch -- branch-1 .. branch-3 10.51.0.101-103
#
# What passes the tunnel is seen twice: between vpn and the branch as WireGuard, and between vpn and
# the servers as it is.

needs=(wg:wireguard-tools wireguard-go:wireguard-go nginx:nginx-light openssl:openssl dnsmasq:dnsmasq-base
  dig:bind9-dnsutils sshd:openssh-server ssh:openssh-client chronyd:chrony ping:iputils-ping)
resolver=10.50.0.53
inside_prefixes=(192.0.2.2/32 10.50.0.0/24)

source "$testbed/lib/branch/day.sh"

build_network() {
  local i
  edge gateway 10.50.0.1/24
  local_host vpn 10.50.0.2/24 10.50.0.1
  inside vpn ip addr add 192.0.2.2/32 dev eth0
  inside gateway ip route add 192.0.2.2/32 via 10.50.0.2
  inside gateway ip route add 10.51.0.0/24 via 10.50.0.2
  local_host app 10.50.0.20/24 10.50.0.1
  local_host files 10.50.0.30/24 10.50.0.1
  local_host dns 10.50.0.53/24 10.50.0.1
  for i in app files dns desk-1 desk-2; do
    [[ $i == desk-* ]] && local_host "$i" "10.50.0.10${i#desk-}/24" 10.50.0.1
    inside "$i" ip route add 10.51.0.0/24 via 10.50.0.2
  done
  outside_host sites 55 203.0.113.{9,10,20} 198.51.100.{10,20}
  outside_host echo 53 203.0.113.90
  outside_host names 51 203.0.113.54
  outside_host branch-vpn 54 198.51.100.60
  new_switch branch
  for i in 1 2 3; do
    new_host "branch-$i"
    plug_in branch "branch-$i" eth0
    inside "branch-$i" ip addr add "10.51.0.10$i/24" brd + dev eth0
    inside "branch-$i" ip route add default via 10.51.0.1
  done
  cable branch-vpn lan branch uplink
  inside branch ip link set uplink master br0
  inside branch-vpn ip addr add 10.51.0.1/24 dev lan
  start_line
}

tunnel_end() { # HOST OWN_KEY PEER_KEY ADDRESS ALLOWED [ENDPOINT]
  local options=(peer "$(wg pubkey <"$work/$3.key")" allowed-ips "$5")
  [[ -n ${6:-} ]] && options+=(endpoint "$6" persistent-keepalive 25)
  WG_PROCESS_FOREGROUND=1 launch "$1" wireguard-go -f "wg-$2" >"$work/wg-$2.log" 2>&1
  until inside "$1" ip link show "wg-$2" >/dev/null 2>&1 && [[ -S /run/wireguard/wg-$2.sock ]]; do sleep 0.2; done
  inside "$1" wg set "wg-$2" private-key "$work/$2.key" listen-port 51820 "${options[@]}"
  inside "$1" ip addr add "$4" dev "wg-$2"
  inside "$1" ip link set "wg-$2" mtu 1420 up
  inside "$1" sysctl -qw net.ipv4.ip_forward=1
}

start_tunnel() {
  umask 077
  wg genkey >"$work/hq.key"
  wg genkey >"$work/site.key"
  umask 022
  tunnel_end vpn hq site 10.52.0.1/30 10.51.0.0/24,10.52.0.2/32
  tunnel_end branch-vpn site hq 10.52.0.2/30 10.50.0.0/24,10.52.0.1/32 192.0.2.2:51820
  inside vpn ip route add 10.51.0.0/24 dev wg-hq
  inside branch-vpn ip route del 10.50.0.0/24
  inside branch-vpn ip route add 10.50.0.0/24 dev wg-site
}

start_services() {
  make_certificates
  sign_certificate sites www.example.com shop.example updates.example
  sign_certificate app app.office.example
  make_pages
  name_server sites <<CONF
listen-address=203.0.113.9
local-ttl=300
host-record=www.example.com,203.0.113.10
host-record=shop.example,198.51.100.10
host-record=updates.example,198.51.100.20
local=/example/
local=/example.com/
CONF
  name_server dns <<CONF
listen-address=10.50.0.53
server=203.0.113.9
server=/updates-cache.example/203.0.113.54
dns-forward-max=500
host-record=app.office.example,10.50.0.20
host-record=files.office.example,10.50.0.30
host-record=dns.office.example,10.50.0.53
local=/office.example/
CONF
  web_server sites sites "TLSv1.2 TLSv1.3" http2
  web_server app app "TLSv1.2 TLSv1.3" ""
  start_time dns
  start_ssh files app echo
  start_tunnel
  sleep 2
}

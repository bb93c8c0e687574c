# One office on a switch, a gateway, and an outside across a slow line.
#
#   pc-11 .. pc-18  intranet  jump  files  dns  broker  sensor  notebook
#        \             |        |     |     |     |       |       /
#         ------------------- switch (captured here) -------------
#                                   |
#                 plant 10.20.40.0/24 -- gateway -- line (delay) -- outside
#                                             sites  cnc  tunnel  probe  guesser

needs=(nginx:nginx-light openssl:openssl dnsmasq:dnsmasq-base dig:bind9-dnsutils sshd:openssh-server
  ssh:openssh-client chronyd:chrony dhclient:isc-dhcp-client mosquitto:mosquitto
  mosquitto_pub:mosquitto-clients)
resolver=10.20.20.53
inside_prefixes=(10.20.0.0/16 192.0.2.16/28)
office_net=10.20
v6_office=2001:db8:20:
v6_outside=2001:db8:100:

source "$testbed/lib/office.sh"

office_host() { # NAME LAST_TWO_OCTETS [EXTRA_ADDRESS/LEN...]
  local name=$1 tail=$2 address
  shift 2
  new_host "$name"
  plug_in switch "$name" eth0
  inside "$name" ip addr add "$office_net.$tail/19" brd + dev eth0
  inside "$name" ip addr add "$v6_office:${tail//./:}/64" dev eth0 nodad
  for address in "$@"; do inside "$name" ip addr add "$address" dev eth0; done
  inside "$name" ip route add default via "$office_net.0.1"
  inside "$name" ip -6 route add default via "$v6_office:0:1"
}

build_gateway() {
  new_host gateway
  plug_in switch gateway lan
  cable gateway plant plant eth0
  new_host line
  cable gateway wan line near
  plug_in outside line far
  inside gateway sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
  inside gateway ip addr add "$office_net.0.1/19" dev lan
  inside gateway ip addr add "$v6_office:0:1/64" dev lan nodad
  inside gateway ip addr add "$office_net.40.1/24" dev plant
  inside gateway ip addr add 203.0.113.1/24 dev wan
  inside gateway ip addr add 198.51.100.1/24 dev wan
  inside gateway ip addr add "$v6_outside:1/64" dev wan nodad
  inside gateway ip route add 192.0.2.22/32 via "$office_net.20.22"
}

build_network() {
  local i
  new_switch switch
  new_switch outside
  new_host plant
  build_gateway
  for i in 5 6 7 20 21; do inside plant ip addr add "$office_net.40.$i/24" dev eth0; done
  inside plant ip route add default via "$office_net.40.1"
  for i in 11 12 13 14 15 16 17 18; do office_host "pc-$i" "10.$i"; done
  office_host intranet 20.10
  office_host jump 20.22 192.0.2.22/32
  office_host files 20.30
  office_host broker 20.40
  office_host dns 20.53
  office_host sensor 30.5
  office_host notebook 10.66
  outside_host sites 55 203.0.113.{9,10,20,30} 198.51.100.{10,20,30,40}
  inside sites ip addr add "$v6_outside:10/64" dev eth0 nodad
  inside sites ip addr add "$v6_outside:30/64" dev eth0 nodad
  inside sites ip -6 route add default via "$v6_outside:1"
  outside_host cnc 50 203.0.113.80
  outside_host tunnel 51 203.0.113.53
  outside_host probe 49 198.51.100.23
  outside_host guesser 47 198.51.100.77
  start_line
}

start_name_servers() {
  name_server sites <<CONF
listen-address=203.0.113.9
local-ttl=300
host-record=www.example.com,203.0.113.10,2001:db8:100::10
host-record=shop.example,198.51.100.10
host-record=news.example.com,203.0.113.20
host-record=cdn.example.com,203.0.113.30,2001:db8:100::30
host-record=updates.example,198.51.100.20
host-record=mail.example.com,198.51.100.30
host-record=docs.example,198.51.100.40
host-record=telemetry-sync.example,203.0.113.80
mx-host=example.com,mail.example.com,10
txt-record=example.com,"v=spf1 mx -all"
txt-record=_dmarc.example.com,"v=DMARC1; p=reject"
cname=static.shop.example,cdn.example.com
local=/example/
local=/example.com/
local=/test/
CONF
  name_server dns <<CONF
listen-address=$office_net.20.53
server=203.0.113.9
server=/cdn-metrics.example/203.0.113.53
dns-forward-max=500
local=/office.example/
domain=office.example
host-record=intranet.office.example,$office_net.20.10
host-record=jump.office.example,$office_net.20.22
host-record=files.office.example,$office_net.20.30
host-record=broker.office.example,$office_net.20.40
host-record=time.office.example,$office_net.20.53
interface=eth0
dhcp-authoritative
dhcp-range=$office_net.10.100,$office_net.10.199,255.255.224.0,8h
$(for i in 11 12 13 14 15 16 17 18; do
    echo "dhcp-host=$(inside "pc-$i" cat /sys/class/net/eth0/address),$office_net.10.$i,pc-$i"
  done)
dhcp-option=option:router,$office_net.0.1
dhcp-option=option:dns-server,$office_net.20.53
CONF
}

start_broker() {
  printf 'listener 1883 %s.20.40\nallow_anonymous true\nuser root\npersistence false\n' "$office_net" \
    >"$work/mosquitto.conf"
  launch broker mosquitto -c "$work/mosquitto.conf" >/dev/null 2>&1
}

start_services() {
  make_certificates
  sign_certificate sites www.example.com shop.example news.example.com cdn.example.com \
    updates.example mail.example.com docs.example
  sign_certificate intranet intranet.office.example
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj "/CN=localhost" -keyout "$work/tls/cnc.key" -out "$work/tls/cnc.pem" 2>/dev/null
  make_pages
  start_name_servers
  web_server sites sites "TLSv1.2 TLSv1.3" http2
  web_server intranet intranet "TLSv1.2" ""
  web_server cnc cnc "TLSv1.2" "" \
    'location /api/v1/status { return 200 "ok sleep=5\n"; }'
  start_ssh jump files plant
  start_time dns
  start_broker
  sleep 1
}

# The network: one office on a switch, a gateway, and an outside across a slow line.
#
#   pc-11 .. pc-18  intranet  jump  files  dns  broker  sensor  notebook
#        \             |        |     |     |     |       |       /
#         ------------------- switch (captured here) -------------
#                                   |
#                 plant 10.20.40.0/24 -- gateway -- line (delay) -- outside
#                                             sites  cnc  tunnel  probe  guesser

office_net=10.20
v6_office=2001:db8:20:
v6_outside=2001:db8:100:
ports=0

inside() { # NAME COMMAND...: runs a command as a host of the testbed
  local name=$1
  shift
  ip netns exec "$name" "$@"
}

launch() { # NAME COMMAND...: the same in the background; $! is the command's own process id
  local name=$1
  shift
  ip netns exec "$name" "$@" &
}

# Super-packets and checksums left to a network card that isn't there would spoil the captures.
offloads_off() { # NAME INTERFACE
  inside "$1" ethtool -K "$2" tx off rx off tso off gso off gro off >/dev/null 2>&1
}

new_host() { # NAME
  ip netns add "$1"
  mkdir -p "/etc/netns/$1"
  echo "nameserver $office_net.20.53" >"/etc/netns/$1/resolv.conf"
  echo "127.0.0.1 localhost testbed" >"/etc/netns/$1/hosts"
  inside "$1" sysctl -qw net.ipv6.conf.all.accept_ra=0 net.ipv6.conf.default.accept_ra=0 \
    net.ipv6.conf.default.router_solicitations=0 net.ipv4.conf.all.send_redirects=0 \
    net.ipv4.conf.default.send_redirects=0 net.ipv4.conf.all.accept_redirects=0
  inside "$1" ip link set lo up
}

cable() { # NAME INTERFACE OTHER OTHER_INTERFACE
  ports=$((ports + 1))
  ip link add "x$ports" address "$(printf '02:20:00:00:%02x:01' $ports)" netns "$1" type veth \
    peer name "y$ports" address "$(printf '02:20:00:00:%02x:02' $ports)" netns "$3"
  inside "$1" ip link set "x$ports" name "$2"
  inside "$3" ip link set "y$ports" name "$4"
  offloads_off "$1" "$2"
  offloads_off "$3" "$4"
  inside "$1" ip link set "$2" up
  inside "$3" ip link set "$4" up
}

new_switch() { # NAME
  new_host "$1"
  inside "$1" ip link add br0 type bridge stp_state 0 mcast_snooping 0
  inside "$1" sysctl -qw net.ipv6.conf.br0.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  inside "$1" ip link set br0 up
}

plug_in() { # SWITCH NAME INTERFACE
  cable "$2" "$3" "$1" "p$((ports + 1))"
  inside "$1" ip link set "p$ports" master br0
}

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

outside_host() { # NAME TTL ADDRESS...
  local name=$1 ttl=$2 address
  shift 2
  new_host "$name"
  plug_in outside "$name" eth0
  inside "$name" sysctl -qw net.ipv4.ip_default_ttl="$ttl"
  for address in "$@"; do inside "$name" ip addr add "$address/24" dev eth0; done
  inside "$name" ip route add 10.20.0.0/16 via "${1%.*}.1"
  inside "$name" ip route add 192.0.2.16/28 via "${1%.*}.1"
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
  launch line python3 "$testbed/lib/delay.py" near far 2>"$work/line.log"
  sleep 1
}

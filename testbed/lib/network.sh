# What networks are made of: hosts, cables, switches, and a slow line to the outside. A topology names
# its resolver and inside_prefixes, which outside hosts reach through the edge.

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
  echo "nameserver $resolver" >"/etc/netns/$1/resolv.conf"
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

outside_host() { # NAME TTL ADDRESS...
  local name=$1 ttl=$2 address prefix
  shift 2
  new_host "$name"
  plug_in outside "$name" eth0
  inside "$name" sysctl -qw net.ipv4.ip_default_ttl="$ttl"
  for address in "$@"; do inside "$name" ip addr add "$address/24" dev eth0; done
  for prefix in 203.0.113.0/24 198.51.100.0/24; do # neighbours all, whatever their networks
    inside "$name" ip route replace "$prefix" dev eth0
  done
  for prefix in "${inside_prefixes[@]}"; do inside "$name" ip route add "$prefix" via "${1%.*}.1"; done
}

local_host() { # NAME ADDRESS/LENGTH GATEWAY: on the switch that is captured
  new_host "$1"
  plug_in switch "$1" eth0
  inside "$1" ip addr add "$2" brd + dev eth0
  inside "$1" ip route add default via "$3"
}

edge() { # NAME ADDRESS/LENGTH: joins the switch, by a slow line, to the outside
  new_switch switch
  new_switch outside
  new_host "$1"
  plug_in switch "$1" lan
  new_host line
  cable "$1" wan line near
  plug_in outside line far
  inside "$1" sysctl -qw net.ipv4.ip_forward=1
  inside "$1" ip addr add "$2" brd + dev lan
  inside "$1" ip addr add 203.0.113.1/24 dev wan
  inside "$1" ip addr add 198.51.100.1/24 dev wan
}

start_line() {
  launch line python3 "$testbed/lib/delay.py" near far 2>"$work/line.log"
  sleep 1
}

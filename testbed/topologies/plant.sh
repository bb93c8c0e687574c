# A control network: three controllers by Modbus/TCP, a master that polls them, an engineering station,
# a broker that collects their values, and a gateway with DNS and time.
#
#   master 10.40.0.10   engineer 10.40.0.30   broker 10.40.0.40   plc-1 .. plc-3 10.40.0.21-23   stranger 10.40.0.99
#        \                  |                      |                     |                        /
#         ------------------------------ switch (captured here) ---------------------------------
#                                              |
#                             gateway 10.40.0.1 -- line (delay) -- outside (updates)
#
# plc-3 is a gateway to two units of its own, 1 and 2; the others answer as unit 1.

needs=(python3.pymodbus:python3-pymodbus python3.serial:python3-serial
  python3.serial_asyncio:python3-serial-asyncio mosquitto:mosquitto mosquitto_pub:mosquitto-clients
  mosquitto_sub:mosquitto-clients chronyd:chrony dnsmasq:dnsmasq-base dig:bind9-dnsutils nginx:nginx-light
  openssl:openssl mbpoll:mbpoll sshd:openssh-server ssh:openssh-client)
resolver=10.40.0.1
inside_prefixes=(10.40.0.0/24)

build_network() {
  edge gateway 10.40.0.1/24
  local_host master 10.40.0.10/24 10.40.0.1
  local_host plc-1 10.40.0.21/24 10.40.0.1
  local_host plc-2 10.40.0.22/24 10.40.0.1
  local_host plc-3 10.40.0.23/24 10.40.0.1
  local_host engineer 10.40.0.30/24 10.40.0.1
  local_host broker 10.40.0.40/24 10.40.0.1
  local_host stranger 10.40.0.99/24 10.40.0.1
  outside_host sites 55 203.0.113.{9,10} 198.51.100.20
  start_line
}

start_services() {
  local number
  make_certificates
  sign_certificate sites updates.example
  make_pages
  name_server sites <<CONF
listen-address=203.0.113.9
host-record=updates.example,198.51.100.20
local=/example/
CONF
  name_server gateway <<CONF
listen-address=10.40.0.1
server=203.0.113.9
host-record=broker.plant.example,10.40.0.40
local=/plant.example/
CONF
  web_server sites sites "TLSv1.2 TLSv1.3" ""
  start_time gateway
  start_ssh master
  printf 'listener 1883 10.40.0.40\nallow_anonymous true\nuser root\npersistence false\n' >"$work/mosquitto.conf"
  launch broker mosquitto -c "$work/mosquitto.conf" >/dev/null 2>&1
  for number in 1 2 3; do
    launch "plc-$number" python3 "$testbed/lib/plant/controller.py" "$number" 2>"$work/plc-$number.log"
  done
  sleep 5
}

plant_work() { # SECONDS: what machines do all day, and the engineer now and then, in the background
  local seconds=$1
  launch master timeout "$seconds" python3 "$testbed/lib/plant/master.py" 10.40.0.21:1 10.40.0.22:1 10.40.0.23:1 10.40.0.23:2 \
    >"$work/values" 2>"$work/master.log"
  { timeout "$seconds" tail -q -n 0 -f "$work/values" |
    inside master mosquitto_pub -h broker.plant.example -t plant/values -l -k 30 || true; } 2>/dev/null &
  launch engineer timeout "$seconds" mosquitto_sub -h broker.plant.example -t 'plant/#' >/dev/null
  engineer_day "$seconds" &
}

engineer_day() { # SECONDS: looks at registers and coils, asks one controller what it is, reads logs
  local end=$((SECONDS + $1)) number
  local options=(-F none -i "$work/admin_key" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null
    -o LogLevel=ERROR)
  RANDOM=404
  sleep 25
  inside engineer python3 "$testbed/lib/plant/ask.py" identify 10.40.0.21 >>"$work/engineer.log" 2>&1 || true
  while ((SECONDS < end)); do
    number=$((RANDOM % 3 + 1))
    inside engineer mbpoll -q -1 -0 -a 1 -t 4 -r 0 -c 16 "10.40.0.2$number" >/dev/null || true
    inside engineer mbpoll -q -1 -0 -a 1 -t 0 -r 0 -c 8 "10.40.0.2$number" >/dev/null || true
    case $((RANDOM % 4)) in
      0) inside engineer ssh "${options[@]}" deploy@10.40.0.10 'uptime; df; sleep 1' >/dev/null </dev/null || true ;;
      1) inside engineer chronyd -x -Q -t 3 -u root "server 10.40.0.1 iburst" "pidfile $work/engineer.pid" >/dev/null 2>&1 || true ;;
      2) inside engineer curl -sS -o /dev/null --cacert "$work/tls/ca.pem" https://updates.example/package.deb || true ;;
    esac
    sleep "$((15 + RANDOM % 20))"
  done
}

# A home full of devices: most report to a hub or a cloud, announce themselves, and seldom change.
#
#   hub .5  camera .20  recorder .21  bulb .22  plug .23  thermostat .24  tv .25  speaker .26
#   phone .40  laptop .41  visitor .66                                     all in 192.168.10.0/24
#        \       |       |        |      |       |        |       /
#         ------------------- switch (captured here) ------------
#                                   |
#                  router 192.168.10.1 (DNS, DHCP, NTP) -- line (delay) -- outside
#                           sites  cloud 203.0.113.60  home 203.0.113.81  victim 198.51.100.50
#
# camera, recorder and plug have a Telnet login as cheap devices do; that of the recorder is root/xc3511.

needs=(mosquitto:mosquitto mosquitto_pub:mosquitto-clients mosquitto_sub:mosquitto-clients chronyd:chrony
  dnsmasq:dnsmasq-base dig:bind9-dnsutils nginx:nginx-light openssl:openssl dhclient:isc-dhcp-client
  avahi-daemon:avahi-daemon gssdp-discover:gupnp-tools)
resolver=192.168.10.1
inside_prefixes=(192.168.10.0/24)
devices=(hub:5 camera:20 recorder:21 bulb:22 plug:23 thermostat:24 tv:25 speaker:26 phone:40 laptop:41 visitor:66)

source "$testbed/lib/home/day.sh"

build_network() {
  local device
  edge router 192.168.10.1/24
  for device in "${devices[@]}"; do
    local_host "${device%:*}" "192.168.10.${device#*:}/24" 192.168.10.1
    inside "${device%:*}" ip route add 224.0.0.0/4 dev eth0
  done
  outside_host sites 55 203.0.113.{9,10,20,30} 198.51.100.{10,20,30,40}
  outside_host cloud 54 203.0.113.60
  outside_host control 50 203.0.113.81
  outside_host victim 53 198.51.100.50
  start_line
}

start_services() {
  local device
  make_certificates
  sign_certificate sites www.example.com shop.example news.example.com updates.example
  sign_certificate cloud cloud.devices.example
  make_pages
  name_server sites <<CONF
listen-address=203.0.113.9
local-ttl=300
host-record=www.example.com,203.0.113.10
host-record=shop.example,198.51.100.10
host-record=news.example.com,203.0.113.20
host-record=updates.example,198.51.100.20
host-record=cloud.devices.example,203.0.113.60
host-record=chat.example,203.0.113.81
local=/example/
local=/example.com/
CONF
  name_server router <<CONF
listen-address=192.168.10.1
server=203.0.113.9
host-record=hub.home.example,192.168.10.5
local=/home.example/
interface=lan
dhcp-range=192.168.10.100,192.168.10.199,255.255.255.0,8h
$(for device in "${devices[@]}"; do
    echo "dhcp-host=$(inside "${device%:*}" cat /sys/class/net/eth0/address),192.168.10.${device#*:},${device%:*}"
  done)
CONF
  web_server sites sites "TLSv1.2 TLSv1.3" http2
  web_server cloud cloud "TLSv1.2" "" 'location /v1/state { return 200 "{\"ok\":true}\n"; }'
  web_server control sites "TLSv1.2" "" 'location /gate.php { return 200 "idle\n"; }'
  start_time router
  printf 'listener 1883 192.168.10.5\nallow_anonymous true\nuser root\npersistence false\n' >"$work/mosquitto.conf"
  launch hub mosquitto -c "$work/mosquitto.conf" >/dev/null 2>&1
  for device in camera recorder plug; do
    launch "$device" python3 "$testbed/lib/home/telnet.py" root xc3511 "$device" 2>"$work/$device-telnet.log"
  done
  launch camera python3 "$testbed/lib/home/rtsp.py" 2>"$work/rtsp.log"
  sleep 2
}

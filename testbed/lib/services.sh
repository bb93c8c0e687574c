# The servers: names, web, ssh, time, addresses and messages, inside the office and outside.

page_sizes=(1500 2900 5200 7600 1100 4300)

make_certificates() {
  mkdir -p "$work/tls"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 \
    -subj "/O=Example Trust Services/CN=Example Test CA" \
    -keyout "$work/tls/ca.key" -out "$work/tls/ca.pem" 2>/dev/null
  sign_certificate sites www.example.com shop.example news.example.com cdn.example.com \
    updates.example mail.example.com docs.example
  sign_certificate intranet intranet.office.example
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj "/CN=localhost" -keyout "$work/tls/cnc.key" -out "$work/tls/cnc.pem" 2>/dev/null
}

sign_certificate() { # FILE NAME...
  local file=$1 names
  shift
  names=$(printf ',DNS:%s' "$@")
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/O=Example/CN=$1" \
    -keyout "$work/tls/$file.key" -out "$work/tls/$file.csr" 2>/dev/null
  openssl x509 -req -in "$work/tls/$file.csr" -CA "$work/tls/ca.pem" -CAkey "$work/tls/ca.key" \
    -CAcreateserial -days 397 -out "$work/tls/$file.pem" \
    -extfile <(echo "subjectAltName=${names#,}") 2>/dev/null
}

make_pages() { # pages that compress about as well as real ones, and a few pictures that don't
  local i
  mkdir -p "$work/www"
  for i in "${!page_sizes[@]}"; do
    head -c "$((page_sizes[i] * 3 / 4))" /dev/urandom | base64 >"$work/www/page$i.html"
    head -c "$((page_sizes[i] / 3))" /dev/urandom >"$work/www/image$i.webp"
  done
  cp "$work/www/page1.html" "$work/www/index.html"
  head -c 16000 /dev/urandom >"$work/www/package.deb"
  head -c 1500 /dev/urandom | base64 >"$work/www/style.css"
}

web_server() { # HOST CERTIFICATE PROTOCOLS LISTEN_OPTIONS [LOCATION]
  cat >"$work/$1-nginx.conf" <<CONF
user root;
worker_processes 1;
pid $work/$1-nginx.pid;
error_log $work/$1-nginx.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path $work/$1-body;
  gzip on;
  server_tokens off;
  server {
    listen 80;
    listen [::]:80;
    listen 443 ssl $4;
    listen [::]:443 ssl $4;
    ssl_certificate $work/tls/$2.pem;
    ssl_certificate_key $work/tls/$2.key;
    ssl_protocols $3;
    root $work/www;
    ${5:-}
  }
}
CONF
  inside "$1" nginx -c "$work/$1-nginx.conf"
}

name_server() { # HOST LINES_ON_STDIN
  {
    cat
    printf '%s\n' no-resolv no-hosts user=root bind-interfaces cache-size=1000 \
      "pid-file=$work/$1-dns.pid" "dhcp-leasefile=$work/$1-leases"
  } >"$work/$1-dns.conf"
  inside "$1" dnsmasq -C "$work/$1-dns.conf"
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

start_ssh() { # a private account "deploy"; its password is the last of the guesser's word list
  local host
  ssh-keygen -q -t ed25519 -N '' -C deploy@office.example -f "$work/admin_key"
  ssh-keygen -q -t ed25519 -N '' -C host -f "$work/host_key"
  mkdir -p "$work/deploy/.ssh" && chmod 755 "$work/deploy" "$work/deploy/.ssh"
  cp "$work/admin_key.pub" "$work/deploy/.ssh/authorized_keys"
  head -c 20000 /dev/urandom >"$work/deploy/report.ods"
  echo "deploy:x:4242:65534::$work/deploy:/bin/sh" >>/etc/passwd
  echo "deploy:$(openssl passwd -6 'Autumn-2026!'):20000:0:99999:7:::" >>/etc/shadow
  chown -R 4242 "$work/deploy"
  cat >"$work/sshd.conf" <<CONF
HostKey $work/host_key
PidFile none
UsePAM no
PasswordAuthentication yes
MaxAuthTries 3
MaxStartups 50
PrintMotd no
PrintLastLog no
StrictModes no
Subsystem sftp internal-sftp
CONF
  for host in jump files plant; do inside "$host" /usr/sbin/sshd -f "$work/sshd.conf"; done
}

start_time() { # -x: chronyd must not touch any clock
  cat >"$work/chrony.conf" <<CONF
local stratum 3
allow all
cmdport 0
bindcmdaddress /
pidfile $work/chrony.pid
CONF
  inside dns chronyd -x -u root -f "$work/chrony.conf"
}

start_broker() {
  printf 'listener 1883 %s.20.40\nallow_anonymous true\nuser root\npersistence false\n' "$office_net" \
    >"$work/mosquitto.conf"
  launch broker mosquitto -c "$work/mosquitto.conf" >/dev/null 2>&1
}

start_services() {
  make_certificates
  make_pages
  start_name_servers
  web_server sites sites "TLSv1.2 TLSv1.3" http2
  web_server intranet intranet "TLSv1.2" ""
  web_server cnc cnc "TLSv1.2" "" \
    'location /api/v1/status { return 200 "ok sleep=5\n"; }'
  start_ssh
  start_time
  start_broker
  sleep 1
}

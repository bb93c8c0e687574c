# Servers that more than one topology has: web, names, ssh, time.

page_sizes=(1500 2900 5200 7600 1100 4300)

make_certificates() {
  mkdir -p "$work/tls"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 \
    -subj "/O=Example Trust Services/CN=Example Test CA" \
    -keyout "$work/tls/ca.key" -out "$work/tls/ca.pem" 2>/dev/null
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

start_ssh() { # HOST...: a private account "deploy"; its password is the last of the guesser's word list
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
  for host in "$@"; do inside "$host" /usr/sbin/sshd -f "$work/sshd.conf"; done
}

start_time() { # HOST; -x: chronyd must not touch any clock
  cat >"$work/chrony.conf" <<CONF
local stratum 3
allow all
cmdport 0
bindcmdaddress /
pidfile $work/chrony.pid
CONF
  inside "$1" chronyd -x -u root -f "$work/chrony.conf"
}

# A web farm: a load balancer that ends TLS, two application servers, a database, and an edge.
#
#   balancer 10.30.0.10, 192.0.2.80   app-1 10.30.0.21   app-2 10.30.0.22   db 10.30.0.30   bastion 10.30.0.40
#        \                              |                  |                 |               /
#         ------------------------------ switch (captured here) -----------------------------
#                                              |
#                             edge 10.30.0.1 -- line (delay) -- outside
#                 visitors 203.0.113.101-108  crawler 203.0.113.110  clients  watcher  attackers
#
# The balancer sends requests of 198.51.100.64/26, where attackers live, to port 8081 of the
# application servers and all others to port 8080: it is the same site, and flows behind the balancer,
# which all come from one address, can be labelled.

needs=(haproxy:haproxy nginx:nginx-light php-fpm8.2:php8.2-fpm /usr/lib/php/20220829/mysqli.so:php8.2-mysql
  mariadbd:mariadb-server mariadb-install-db:mariadb-server openssl:openssl dnsmasq:dnsmasq-base
  sshd:openssh-server ssh:openssh-client dig:bind9-dnsutils)
resolver=203.0.113.9
inside_prefixes=(10.30.0.0/24 192.0.2.80/32)

source "$testbed/lib/web/visitors.sh"

build_network() {
  edge edge 10.30.0.1/24
  local_host balancer 10.30.0.10/24 10.30.0.1
  inside balancer ip addr add 192.0.2.80/32 dev eth0
  inside edge ip route add 192.0.2.80/32 via 10.30.0.10
  local_host app-1 10.30.0.21/24 10.30.0.1
  local_host app-2 10.30.0.22/24 10.30.0.1
  local_host db 10.30.0.30/24 10.30.0.1
  local_host bastion 10.30.0.40/24 10.30.0.1
  outside_host sites 55 203.0.113.{9,10} 198.51.100.20
  outside_host visitors 52 203.0.113.{101,102,103,104,105,106,107,108}
  outside_host robots 48 203.0.113.{110,111,112}
  outside_host attacker 47 198.51.100.66
  start_line
}

start_database() {
  mkdir -p "$work/database"
  mariadb-install-db --no-defaults --user=root --datadir="$work/database" --skip-test-db \
    --auth-root-authentication-method=normal >"$work/database.log" 2>&1
  inside db mariadbd --no-defaults --user=root --datadir="$work/database" --socket="$work/database.sock" \
    --pid-file="$work/database.pid" --skip-name-resolve --bind-address=10.30.0.30 \
    --innodb-buffer-pool-size=32M >>"$work/database.log" 2>&1 &
  until mariadb --no-defaults -S "$work/database.sock" -u root -e 'select 1' >/dev/null 2>&1; do sleep 0.5; done
  mariadb --no-defaults -S "$work/database.sock" -u root <"$testbed/lib/web/shop.sql"
}

application() { # HOST: nginx and PHP; scripts may write below uploads, as careless sites let them
  local root=$work/$1-site
  mkdir -p "$root/uploads"
  cp "$testbed"/lib/web/site/* "$root"
  cp "$work"/www/image*.webp "$work/www/style.css" "$root"
  cat >"$work/$1-fpm.conf" <<CONF
[global]
pid = $work/$1-fpm.pid
error_log = $work/$1-fpm.log
[site]
user = root
listen = $work/$1-fpm.sock
pm = static
pm.max_children = 4
CONF
  inside "$1" php-fpm8.2 --allow-to-run-as-root --daemonize -y "$work/$1-fpm.conf"
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
  fastcgi_temp_path $work/$1-fastcgi;
  client_max_body_size 8m;
  server {
    listen 8080;
    listen 8081;
    root $root;
    index index.php;
    location ~ \\.php\$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
      fastcgi_pass unix:$work/$1-fpm.sock;
    }
  }
}
CONF
  inside "$1" nginx -c "$work/$1-nginx.conf"
}

start_balancer() {
  cat "$work/tls/shop.pem" "$work/tls/shop.key" >"$work/tls/balancer.pem"
  cat >"$work/balancer.conf" <<CONF
global
  maxconn 500
  pidfile $work/balancer.pid
defaults
  mode http
  option forwardfor
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend public
  bind 192.0.2.80:80
  bind 192.0.2.80:443 ssl crt $work/tls/balancer.pem alpn h2,http/1.1
  use_backend apart if { src 198.51.100.64/26 }
  default_backend site
backend site
  balance roundrobin
  option httpchk GET /health.php
  server app-1 10.30.0.21:8080 check inter 5s
  server app-2 10.30.0.22:8080 check inter 5s
backend apart
  balance source
  server app-1 10.30.0.21:8081
  server app-2 10.30.0.22:8081
CONF
  inside balancer haproxy -D -f "$work/balancer.conf"
}

start_services() {
  make_certificates
  sign_certificate shop www.shop.example
  sign_certificate sites updates.example
  make_pages
  name_server sites <<CONF
listen-address=203.0.113.9
local-ttl=300
host-record=www.shop.example,192.0.2.80
host-record=updates.example,198.51.100.20
local=/example/
CONF
  web_server sites sites "TLSv1.2 TLSv1.3" ""
  start_database
  application app-1
  application app-2
  start_balancer
  start_ssh app-1 app-2 db
  sleep 6
}

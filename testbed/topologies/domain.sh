# An office whose accounts live in Active Directory, served by Samba.
#
#   dc1 10.60.0.10    ws-1 .. ws-4 10.60.0.101-104   intruder 10.60.0.66
#        \              |                          |                          /
#         ------------------------- switch (captured here) -------------------
#                                       |
#                        gateway 10.60.0.1 -- line (delay) -- outside
#
# dc1 is the file server too of the domain: a member server would need a second Samba with paths of
# its own. Accounts: Administrator, alice to heidi; svc-web and svc-sql have service names, svc-scan
# needs no pre-authentication.

impacket=/usr/share/doc/python3-impacket/examples
needs=(samba:samba samba-tool:samba-common-bin /usr/share/samba/setup:samba-ad-provision
  smbclient:smbclient kinit:krb5-user ldapsearch:ldap-utils dig:bind9-dnsutils nginx:nginx-light
  openssl:openssl dnsmasq:dnsmasq-base python3.impacket:python3-impacket)
resolver=10.60.0.10
inside_prefixes=(10.60.0.0/24)
people=(alice bob carol dave erin frank grace heidi)
admin_password='Winter-2026!x'
server_protocol=${server_protocol:-SMB3} # a scenario may name an older one, whose calls can be read

source "$testbed/lib/domain/day.sh"

build_network() {
  local i
  edge gateway 10.60.0.1/24
  local_host dc1 10.60.0.10/24 10.60.0.1
  for i in 1 2 3 4; do local_host "ws-$i" "10.60.0.10$i/24" 10.60.0.1; done
  local_host intruder 10.60.0.66/24 10.60.0.1
  outside_host sites 55 203.0.113.{9,10,20}
  start_line
}

make_domain() { # its files live in memory and vanish with the namespaces
  local folder who
  for folder in /var/lib/samba /var/cache/samba; do mount -t tmpfs -o mode=755 tmpfs "$folder"; done
  mkdir -p /var/lib/samba/private /var/log/samba /run/samba "$work/shared"
  rm -f /etc/samba/smb.conf
  hostname dc1
  echo '10.60.0.10 dc1.corp.example dc1' >>/etc/netns/dc1/hosts
  inside dc1 samba-tool domain provision --realm=CORP.EXAMPLE --domain=CORP --server-role=dc --host-name=dc1 \
    --dns-backend=SAMBA_INTERNAL --adminpass="$admin_password" --host-ip=10.60.0.10 >"$work/provision.log" 2>&1
  sed -i '/dns forwarder/d; /^\[global\]/a \
    dns forwarder = 203.0.113.9\n    kdc default domain supported enctypes = rc4-hmac aes256-cts-hmac-sha1-96\n    ldap server require strong auth = no\n    server max protocol = '"$server_protocol"'\n    log level = 1' \
    /etc/samba/smb.conf
  printf '[team]\n  path = %s\n  read only = no\n' "$work/shared" >>/etc/samba/smb.conf
  for who in "${people[@]}"; do samba-tool user create "$who" "Sommer-$who-7" >/dev/null; done
  for who in svc-web svc-sql svc-scan; do samba-tool user create "$who" 'Dienst-2026-x' >/dev/null; done
  samba-tool spn add HTTP/web.corp.example svc-web
  samba-tool spn add MSSQLSvc/sql.corp.example:1433 svc-sql
  no_pre_authentication svc-scan
  head -c 40000 /dev/urandom >"$work/shared/budget.ods"
  head -c 9000 /dev/urandom >"$work/shared/minutes.odt"
  chmod -R a+rwX "$work/shared"
}

no_pre_authentication() { # USER
  python3 - "$1" <<'PYTHON'
import sys
from samba import dsdb
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB

settings = LoadParm()
settings.load_default()
database = SamDB("/var/lib/samba/private/sam.ldb", session_info=system_session(), lp=settings)
database.toggle_userAccountFlags("(sAMAccountName=%s)" % sys.argv[1], dsdb.UF_DONT_REQUIRE_PREAUTH,
                                 "do not require pre-authentication", on=True)
PYTHON
}

start_services() {
  local i
  make_certificates
  sign_certificate sites www.example.com
  make_pages
  name_server sites <<CONF
listen-address=203.0.113.9
local-ttl=300
host-record=www.example.com,203.0.113.10
local=/example/
local=/example.com/
CONF
  web_server sites sites "TLSv1.2 TLSv1.3" http2
  make_domain
  printf '[libdefaults]\n default_realm = CORP.EXAMPLE\n dns_lookup_kdc = true\n dns_lookup_realm = false\n rdns = false\n' >/etc/krb5.conf
  launch dc1 samba --interactive --no-process-group >"$work/samba.log" 2>&1
  for ((i = 0; i < 80; i++)); do
    inside ws-1 smbclient -L //dc1.corp.example -U "alice%Sommer-alice-7" >/dev/null 2>&1 && return
    sleep 0.5
  done
  echo "testbed: the domain controller does not answer:" >&2
  tail -20 "$work/samba.log" >&2
  exit 1
}

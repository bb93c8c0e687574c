# 10.60.0.66, with the administrator's password, asks for replication of password hashes (DCSync) with
# impacket's secretsdump; Samba answers without them.
topology=domain
file=domain-secrets.pcap.gz
class=lateral
family=impacket-secretsdump
rule=SRC:10.60.0.66:lateral

play() {
  domain_day 80
  sleep 20
  tool secretsdump -just-dc "corp.example/Administrator:$admin_password@10.60.0.10"
  sleep 15
}

# As domain-execution, but the server speaks SMB 2.1 at most, so that calls are not encrypted.
server_protocol=SMB2_10
topology=domain
file=domain-execution-smb2.pcap.gz
class=lateral
family=impacket-smb2-execution
rule=SRC:10.60.0.66:lateral

play() {
  local program
  domain_day 130
  sleep 20
  for program in psexec smbexec wmiexec atexec dcomexec; do
    tool "$program" "corp.example/Administrator:$admin_password@10.60.0.10" whoami
    sleep 4
  done
  sleep 15
}

# 10.60.0.66, with the administrator's password, tries to run a command on dc1 with impacket's psexec,
# smbexec, wmiexec, atexec and dcomexec. Samba has no services, tasks or WMI to start anything by: the
# attempts are made and refused.
topology=domain
file=domain-execution.pcap.gz
class=lateral
family=impacket-execution
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

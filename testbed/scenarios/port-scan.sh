# A strange notebook, 10.20.10.66, scans the 1,000 usual ports of the intranet server, then looks
# through the plant's network for ssh and SMB. Four desks work meanwhile.
file=port-scan.pcapng.zst
class=scan
family=nmap
rule=SRC:10.20.10.66:scan
tools=(nmap:nmap)

play() {
  office 75 18 pc-11 pc-13 pc-14 pc-16
  sleep 15
  inside notebook nmap -n -Pn -sS --max-retries 1 10.20.20.10 >"$work/nmap.log"
  sleep 10
  inside notebook nmap -n -Pn -sS -p 22,445 --max-retries 0 10.20.40.0/24 >>"$work/nmap.log"
  sleep 15
}

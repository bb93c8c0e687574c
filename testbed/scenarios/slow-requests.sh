# 10.20.10.66, a stranger's notebook, begins 300 requests at the intranet's web server and finishes none
# (slowloris), with slowhttptest.
file=slow-requests.pcap.gz
class=dos
family=slowhttptest
rule=SRC:10.20.10.66:dos
tools=(slowhttptest:slowhttptest)

play() {
  office 100 6 pc-11 pc-12 pc-13
  sleep 15
  inside notebook timeout 60 slowhttptest -c 300 -H -i 5 -r 50 -l 40 -u http://10.20.20.10/ >"$work/slow.log" 2>&1 || true
  sleep 15
}

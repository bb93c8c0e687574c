# 198.51.100.77 guesses the password of "deploy" on the jump host, 80 times in vain, then hits.
# Five desks work meanwhile; an administrator logs in with a key.
file=ssh-brute-force.pcap
class=bruteforce
family=ssh-hydra
rule=SRC:198.51.100.77:bruteforce
tools=(hydra:hydra)

play() {
  office 90 24 pc-11 pc-12 pc-14 pc-15 pc-18
  sleep 8
  admin_session pc-12
  guess_passwords
  sleep 15
}

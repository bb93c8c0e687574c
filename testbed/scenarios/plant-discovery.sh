# 10.40.0.99 looks for controllers with nmap, asks them what they are (modbus-discover) and tries the
# units behind plc-3.
topology=plant
file=plant-discovery.pcap
class=control
family=modbus-discovery
rule=SRC:10.40.0.99:control
tools=(nmap:nmap)

play() {
  plant_work 130
  sleep 45
  inside stranger nmap -n -Pn -sT -p 502 10.40.0.20-30 >"$work/nmap.log" 2>&1
  inside stranger nmap -n -Pn -p 502 --script modbus-discover --script-args modbus-discover.aggressive=true \
    10.40.0.21 10.40.0.22 10.40.0.23 >>"$work/nmap.log" 2>&1
  sleep 10
  inside stranger python3 "$testbed/lib/plant/ask.py" sweep 10.40.0.23 >"$work/sweep.log" 2>&1
  sleep 15
}

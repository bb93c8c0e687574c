# 10.40.0.99 restarts the communications of plc-1, then tells plc-2 to listen only.
topology=plant
file=plant-stop.pcap
class=control
family=modbus-restart
rule=SRC:10.40.0.99:control

play() {
  plant_work 110
  sleep 50
  inside stranger python3 "$testbed/lib/plant/ask.py" restart 10.40.0.21 >"$work/stop.log" 2>&1
  sleep 10
  inside stranger python3 "$testbed/lib/plant/ask.py" silence 10.40.0.22 >>"$work/stop.log" 2>&1
  cat "$work/stop.log"
  sleep 40
}

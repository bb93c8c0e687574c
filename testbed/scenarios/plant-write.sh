# 10.40.0.99 writes a set point and pumps of two controllers with mbpoll while the master polls them.
topology=plant
file=plant-write.pcap
class=control
family=modbus-write
rule=SRC:10.40.0.99:control

play() {
  plant_work 130
  sleep 60
  inside stranger mbpoll -q -1 -0 -a 1 -t 4 -r 8 10.40.0.21 9000 >"$work/write.log" 2>&1 || true
  sleep 4
  inside stranger mbpoll -q -1 -0 -a 1 -t 0 -r 0 10.40.0.21 0 0 0 0 >>"$work/write.log" 2>&1 || true
  sleep 6
  inside stranger mbpoll -q -1 -0 -a 1 -t 4 -r 8 10.40.0.22 1 1 1 1 >>"$work/write.log" 2>&1 || true
  sleep 4
  inside stranger mbpoll -q -1 -0 -a 1 -t 0 -r 2 10.40.0.22 1 >>"$work/write.log" 2>&1 || true
  sleep 40
}

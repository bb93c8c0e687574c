# Runs as the first process inside the fresh namespaces; started only by testbed/run.
# Arguments: the testbed's folder, the scenario's name, the folder to write to.
set -Eeuo pipefail
exec 9>&2 # functions may redirect their errors away
trap 'echo "testbed: stopped by a failure at ${BASH_SOURCE[0]}:$LINENO" >&9' ERR

testbed=$1
scenario=$2
out=$3
work=/run/testbed

if [[ $$ -ne 1 || -n $(ip -o link show up) ]]; then
  echo "testbed: not in fresh namespaces; start it with testbed/run" >&2
  exit 1
fi

mount --make-rprivate /
# Private copies of what the tools write to; the machine's own files are never touched.
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=755 tmpfs /var/log # sshd and nginx keep logs there
mkdir -p /run/netns /run/sshd /var/log/nginx /run/etc/upper /run/etc/work "$work"
mount -t overlay -o lowerdir=/etc,upperdir=/run/etc/upper,workdir=/run/etc/work overlay /etc
mkdir -p /etc/netns
hostname testbed
cd "$work"

topology=office # a scenario may name another
for part in network services attacks capture; do
  source "$testbed/lib/$part.sh"
done
source "$testbed/scenarios/$scenario.sh"
source "$testbed/topologies/$topology.sh"

build_network
start_services
start_capture
play
sleep 3
stop_capture
write_results

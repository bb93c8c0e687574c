-- Prints what wrk measured as a row of a table: requests, requests a second, p50, p95, p99 in
-- milliseconds, errors.
done = function(summary, latency)
  local errors = summary.errors
  local wrong = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("ROW %d | %.0f | %.0f | %.0f | %.0f | %d\n", summary.requests,
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency:percentile(99) / 1000, wrong))
end

package io.aegispcap.capture.protocol.stratum;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A miner at a pool, from its first line to the end. Passwords are never kept.
///
/// @param agent program of the miner; empty when it does not say
/// @param worker name or wallet that is to be paid, at most 200 characters
/// @param jobs that the pool gave out
/// @param shares that the miner handed in
public record StratumSession(
    long frameId, long timestamp, String agent, String worker, long jobs, long shares)
    implements Fact {

  @Override
  public String protocol() {
    return "stratum";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("user_agent.original", agent);
    out.text("user.name", worker);
    out.number("stratum.jobs", jobs);
    out.number("stratum.shares", shares);
  }
}

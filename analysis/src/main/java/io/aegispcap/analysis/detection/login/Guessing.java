package io.aegispcap.analysis.detection.login;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.RecentTimes;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;

/// What one client tried at one service of a server.
final class Guessing {
  private static final int COUNTED_USERS = 1_024;

  final GuessLimit limit;
  final Proof proof = new Proof();
  final Span span = new Span();
  final DistinctSet users = new DistinctSet(COUNTED_USERS);
  private final RecentTimes guessTimes;
  private final RecentTimes burstTimes;
  private final RecentTimes unclearTimes;
  String client = "";
  String endpoint = "";
  String protocol = "";

  /// For whom the client asks; empty when it asks for itself.
  String behind = "";

  long failures;
  long connections;
  boolean overLimit;
  boolean burst;
  boolean unclear;
  boolean acceptedAfter;

  Guessing(long limit) {
    this.limit = GuessLimit.values()[(int) limit];
    this.guessTimes = new RecentTimes(this.limit.guesses);
    this.burstTimes = new RecentTimes(Math.max(1, this.limit.burst));
    this.unclearTimes = new RecentTimes(Math.max(1, this.limit.unclear));
  }

  void named(FlowKey key, String protocolName) {
    if (client.isEmpty()) {
      client = key.source().toString();
      endpoint = Addresses.endpoint(key.destination(), key.destinationPort());
      protocol = protocolName;
    }
  }

  /// One failed login.
  void failed(long time, String user) {
    failures++;
    overLimit |= guessTimes.add(time, limit.window);
    if (!user.isEmpty()) {
      users.add(user.hashCode());
    }
  }

  /// A word that did not open the door, counted once however often it is tried.
  void failedWord(long time, int mark) {
    if (users.add(mark)) {
      failures++;
      overLimit |= guessTimes.add(time, limit.window);
    }
  }

  /// One connection in which no login succeeded.
  void connectionFailed(long time) {
    connections++;
    burst |= burstTimes.add(time, GuessLimit.BURST_WINDOW) && limit.burst > 0;
  }

  /// One connection that ended early, of which it is not known how its logins went.
  void connectionUnclear(long time) {
    connections++;
    unclear |= unclearTimes.add(time, GuessLimit.BURST_WINDOW) && limit.unclear > 0;
  }

  void accepted() {
    acceptedAfter |= certain();
  }

  boolean suspicious() {
    return overLimit || burst || unclear;
  }

  /// Whether failed logins were seen, not merely early ends.
  boolean certain() {
    return overLimit || burst;
  }

  void saw(FlowKey key, long frameId, long time) {
    if (suspicious()) {
      proof.grow();
    }
    proof.add(key, frameId);
    span.add(time);
  }
}

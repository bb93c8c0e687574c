package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;

/// What one host inside sent to one address outside: in connections that it opened, or in those
/// that were opened to it.
final class Upload {
  /// Own ports that are kept, of connections opened to it.
  private static final int PORTS = 8;

  final long hostHigh;
  final long hostLow;
  final long peerHigh;
  final long peerLow;
  final boolean opened;
  final Proof proof = new Proof();
  final Span span = new Span();
  long sent;
  long received;
  long connections;

  /// Whether the host also came to that address itself.
  boolean called;

  private final long[] doors;
  private int doorCount;

  Upload(long hostHigh, long hostLow, long peerHigh, long peerLow, long opened) {
    this.hostHigh = hostHigh;
    this.hostLow = hostLow;
    this.peerHigh = peerHigh;
    this.peerLow = peerLow;
    this.opened = opened != 0;
    this.doors = new long[this.opened ? 0 : PORTS];
  }

  void add(Flow flow, long out, long back) {
    sent += out;
    received += back;
    connections++;
    proof.add(flow);
    span.add(flow.start());
    span.add(flow.end());
  }

  /// A way in that was used; see [Door#of].
  void through(long door) {
    for (int i = 0; i < doorCount; i++) {
      if (doors[i] == door) {
        return;
      }
    }
    if (doorCount < doors.length) {
      doors[doorCount++] = door;
    }
  }

  /// How many ways in are kept, 8 at most.
  int doorCount() {
    return doorCount;
  }

  /// One of them, in the order of their first use.
  long door(int index) {
    return doors[index];
  }

  /// What was sent for each byte that came back.
  double ratio() {
    return sent / (double) Math.max(1, received);
  }
}

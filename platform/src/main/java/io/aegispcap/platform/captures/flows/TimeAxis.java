package io.aegispcap.platform.captures.flows;

import java.time.Instant;

/// A capture's time, cut into equal slots.
///
/// @param start nanoseconds since 1970
/// @param width of a slot in nanoseconds
/// @param slots how many there are
public record TimeAxis(long start, long width, int slots) {
  static final int SLOTS = 96;

  /// From the first to the last moment, both included.
  static TimeAxis over(long first, long last) {
    long span = Math.max(0, last - first) + 1;
    long width = Math.max(1, Math.ceilDiv(span, SLOTS));
    return new TimeAxis(first, width, (int) Math.max(1, Math.ceilDiv(span, width)));
  }

  public Instant at(int slot) {
    return FlowRow.instant(start + slot * width);
  }

  public Instant end() {
    return at(slots);
  }
}

package io.aegispcap.analysis.pipeline;

/// What time it is in a capture, as its packets tell: the median of the last three timestamps, so
/// that one wrong timestamp moves nothing. It goes back where the capture does.
final class PacketClock {
  private long first;
  private long second;
  private long third;
  private boolean started;

  /// @param timestamp nanoseconds since 1970-01-01T00:00:00Z
  void add(long timestamp) {
    if (!started) {
      started = true;
      second = timestamp;
      third = timestamp;
    }
    first = second;
    second = third;
    third = timestamp;
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z; 0 before the first packet.
  long now() {
    return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
  }
}

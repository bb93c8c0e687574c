package io.aegispcap.analysis.detection.tracking;

import io.aegispcap.analysis.text.Quantity;

/// From the first to the last time something was seen, in nanoseconds since 1970-01-01T00:00:00Z.
public final class Span {
  public static final long SECOND = 1_000_000_000L;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;

  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  public void add(long time) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  /// Whether nothing was seen for longer than a gap before this time.
  public boolean endedBefore(long time, long gap) {
    return last != Long.MIN_VALUE && time - last > gap;
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  /// Seconds from first to last; 0 when nothing was seen.
  public double seconds() {
    return last < first ? 0 : (last - first) / (double) SECOND;
  }

  /// From first to last in words, such as `2 h 5 min`.
  public String duration() {
    return Quantity.duration(last < first ? 0 : last - first);
  }

  public void clear() {
    first = Long.MAX_VALUE;
    last = Long.MIN_VALUE;
  }
}

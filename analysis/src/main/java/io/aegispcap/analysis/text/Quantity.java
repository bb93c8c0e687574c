package io.aegispcap.analysis.text;

import java.util.Locale;

/// Numbers of things and lengths of time as people read them.
public final class Quantity {
  private static final long SECOND = 1_000_000_000L;

  private Quantity() {}

  /// Such as `5,160,000`.
  public static String of(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// Such as `1 packet` or `2 packets`.
  public static String of(long value, String noun) {
    return of(value) + " " + (value == 1 ? noun : noun + "s");
  }

  /// The two largest units, such as `2 h 5 min`, `45 s`, `120 ms`.
  public static String duration(long nanos) {
    long seconds = Math.round(nanos / (double) SECOND);
    if (nanos < SECOND) {
      return nanos < 1_000_000 ? nanos / 1000 + " µs" : nanos / 1_000_000 + " ms";
    }
    if (nanos < 10 * SECOND) {
      return String.format(Locale.ROOT, "%.1f s", nanos / (double) SECOND);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}

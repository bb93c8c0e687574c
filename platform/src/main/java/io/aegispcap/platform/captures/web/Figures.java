package io.aegispcap.platform.captures.web;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
public final class Figures {

  private Figures() {}

  /// Such as `5,160,000`.
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// The two largest units, such as `2 h 5 min`.
  public static String duration(Duration span) {
    if (span.toDays() > 0) {
      return two(span.toDays(), "d", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return two(span.toHours(), "h", span.toMinutesPart(), "min");
    }
    if (span.toMinutes() > 0) {
      return two(span.toMinutes(), "min", span.toSecondsPart(), "s");
    }
    return span.toSeconds() > 0
        ? String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0)
        : span.toMillis() + " ms";
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}

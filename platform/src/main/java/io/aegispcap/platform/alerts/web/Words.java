package io.aegispcap.platform.alerts.web;

import io.aegispcap.analysis.detection.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Numbers and names as the pages show them.
public final class Words {
  private Words() {}

  /// Such as `5,160,000`.
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// Such as `1 packet` or `2 packets`.
  public static String count(long value, String noun) {
    return count(value) + " " + (value == 1 ? noun : noun + "s");
  }

  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// With a capital letter and a full stop.
  public static String sentence(String text) {
    boolean ended = text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
    return capital(text) + (ended || text.isEmpty() ? "" : ".");
  }

  /// Three digits, or all of a whole number.
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return count((long) value);
    }
    double size = Math.abs(value);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.2g";
    return String.format(Locale.ROOT, form, value);
  }

  /// The largest two units, such as `2 h 5 min`, `45 s`, `120 ms`.
  public static String duration(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    if (time.toDays() > 0) {
      return two(time.toDays(), "d", time.toHoursPart(), "h");
    }
    if (time.toHours() > 0) {
      return two(time.toHours(), "h", time.toMinutesPart(), "min");
    }
    if (time.toMinutes() > 0) {
      return two(time.toMinutes(), "min", time.toSecondsPart(), "s");
    }
    return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /// The class of a badge.
  public static String badge(Severity severity) {
    return "badge sev sev-" + severity.label();
  }
}

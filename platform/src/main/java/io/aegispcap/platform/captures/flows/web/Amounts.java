package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.analysis.text.ByteCount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as people read them.
public final class Amounts {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Amounts() {}

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// Such as `1 flow` and `1,200 flows`.
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  public static String bytes(long bytes) {
    return ByteCount.of(bytes);
  }

  /// Such as `420 ms`, `3.2 s`, `4 m 10 s`, `2 h 5 m`.
  public static String duration(Duration duration) {
    if (duration.isZero()) {
      return "0";
    }
    if (duration.compareTo(Duration.ofMillis(1)) < 0) {
      return String.format(Locale.ROOT, "%.0f µs", duration.toNanos() / 1e3);
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return String.format(Locale.ROOT, "%.0f ms", duration.toNanos() / 1e6);
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return duration.toMinutes() + " m " + duration.toSecondsPart() + " s";
    }
    return duration.toDays() > 0
        ? duration.toDays() + " d " + duration.toHoursPart() + " h"
        : duration.toHours() + " h " + duration.toMinutesPart() + " m";
  }

  /// In UTC, to the millisecond.
  public static String clock(Instant instant) {
    return CLOCK.format(instant);
  }

  /// A share of the largest, 0 to 100.
  public static long percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(100.0 * part / whole);
  }

  /// A feature: whole numbers without a point, others to six digits.
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.6g", value);
  }
}

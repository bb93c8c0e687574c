package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.analysis.text.Quantity;
import io.aegispcap.analysis.tuning.Suppressed;
import io.aegispcap.analysis.tuning.Tuned;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers, times and verdicts as people read them. Everything is in UTC and English, so that the
/// same result reads the same everywhere.
final class Wording {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  /// Such as `5,160,000`.
  static String count(long value) {
    return Quantity.of(value);
  }

  /// Such as `1 packet` or `2 packets`.
  static String count(long value, String noun) {
    return Quantity.of(value, noun);
  }

  /// In powers of 1,000, such as `1.6 MB`.
  static String bytes(long bytes) {
    return ByteCount.of(bytes);
  }

  /// The two largest units, such as `2 h 5 min`, `45 s`, `120 ms`.
  static String duration(long nanos) {
    return Quantity.duration(nanos);
  }

  /// Such as `2026-11-22 22:10:54`, in UTC.
  static String moment(long nanos) {
    return MOMENT.format(Instant.ofEpochSecond(0, nanos));
  }

  /// From one moment to another, the date once when it is the same.
  static String span(long first, long last) {
    String from = moment(first);
    String to = moment(last);
    return from.equals(to) ? from : from + " – " + later(first, last);
  }

  /// A moment after another one: without its date when that is the same.
  static String later(long first, long last) {
    String date = moment(first).substring(0, 11);
    String moment = moment(last);
    return moment.startsWith(date) ? moment.substring(11) : moment;
  }

  /// Three digits, or all of a whole number.
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return count((long) value);
    }
    double size = Math.abs(value);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.2g";
    return String.format(Locale.ROOT, form, value);
  }

  /// With a capital letter and a full stop.
  static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    boolean ended = text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (ended ? "" : ".");
  }

  static String measure(Measure measure) {
    return (number(measure.value()) + " " + measure.unit()).strip();
  }

  static String threshold(Measure measure) {
    return Double.isNaN(measure.threshold())
        ? "no threshold"
        : (number(measure.threshold()) + " " + measure.unit()).strip();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  static String who(Alert alert) {
    return alert.subject() + alert.target().map(target -> " → " + target).orElse("");
  }

  /// One sentence that says how bad it is.
  static String verdict(RunSummary summary) {
    if (summary.counts().packets() == 0) {
      return "There is not a single packet to judge.";
    }
    if (summary.alerts().isEmpty()) {
      return summary.tuned().suppressed().isEmpty()
          ? "Nothing suspicious was found."
          : "Nothing suspicious was found beside what is left out.";
    }
    if (tellsMore(summary)) {
      return incidents(summary) + summary.incidents().getFirst().title() + ".";
    }
    Alert worst = summary.alerts().getFirst();
    return switch (worst.severity()) {
      case CRITICAL, HIGH -> urgent(summary) + worst.sentences().getFirst() + ".";
      case MEDIUM -> "Worth a look: " + worst.sentences().getFirst() + ".";
      case LOW -> "Nothing urgent. The most notable: " + worst.sentences().getFirst() + ".";
      case INFO -> "Nothing alarming, only remarks: " + worst.sentences().getFirst() + ".";
    };
  }

  /// Whether the first incident joins several urgent things, so that it says more than an alert.
  private static boolean tellsMore(RunSummary summary) {
    return !summary.incidents().isEmpty()
        && summary.incidents().getFirst().steps().size() > 1
        && summary.incidents().getFirst().severity().compareTo(Severity.HIGH) >= 0;
  }

  private static String incidents(RunSummary summary) {
    long urgent =
        summary.incidents().stream()
            .filter(incident -> incident.severity().compareTo(Severity.HIGH) >= 0)
            .count();
    return urgent == 1
        ? "An incident needs attention now: "
        : count(urgent) + " incidents need attention now. The first: ";
  }

  private static String urgent(RunSummary summary) {
    long urgent = summary.alerts(Severity.CRITICAL) + summary.alerts(Severity.HIGH);
    return urgent == 1
        ? "One thing needs attention now: "
        : count(urgent) + " things need attention now. The first: ";
  }

  /// Such as `3 alerts left out: 2 by the allow-list, 1 by the calibration`.
  static String suppressed(Tuned tuned) {
    List<String> by = new ArrayList<>();
    for (Suppressed.By who : Suppressed.By.values()) {
      if (tuned.suppressed(who) > 0) {
        by.add(count(tuned.suppressed(who)) + " by the " + who.label());
      }
    }
    return count(tuned.suppressed().size(), "alert") + " left out: " + String.join(", ", by);
  }

  /// Such as `1 high, 2 medium`; empty without alerts.
  static String counts(RunSummary summary) {
    StringBuilder text = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long alerts = summary.alerts(severity);
      if (alerts > 0) {
        text.insert(0, count(alerts) + " " + severity.label() + (text.isEmpty() ? "" : ", "));
      }
    }
    return text.toString();
  }
}

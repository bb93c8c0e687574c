package io.aegispcap.platform.alerts.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Alerts as lines of CSV (RFC 4180).
final class AlertCsv {
  static final String HEAD =
      line(
          List.of(
              "id",
              "severity",
              "message",
              "detector",
              "subject",
              "target",
              "techniques",
              "start",
              "end",
              "count",
              "capture_id",
              "capture",
              "found",
              "arrived",
              "state",
              "reason",
              "assignee",
              "comments"));

  private AlertCsv() {}

  static String line(Wire.Item item) {
    return line(
        Stream.of(
                item.id(),
                item.severity(),
                item.message(),
                item.rule().id(),
                item.subject(),
                text(item.target()),
                String.join(" ", item.techniques()),
                item.start(),
                item.end(),
                item.count(),
                item.capture().id(),
                item.capture().name(),
                item.found(),
                item.arrived(),
                item.state(),
                text(item.reason()),
                text(item.assignee()),
                item.comments())
            .map(Object::toString)
            .toList());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String line(List<String> cells) {
    return cells.stream().map(AlertCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A spreadsheet would compute what begins like a formula; an apostrophe keeps it text.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}

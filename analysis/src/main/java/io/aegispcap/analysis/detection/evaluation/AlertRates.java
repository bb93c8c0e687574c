package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many alerts harmless traffic gives a day and 1,000 hosts, by environment: the folder that
/// holds the captures.
final class AlertRates {
  /// Captures in which flows were open for less are left out: a day cannot be told from them.
  static final double SHORTEST = 60;

  private static final double DAY = 86_400;
  private static final double HOSTS = 1_000;

  /// What is summed up of an environment's captures.
  ///
  /// @param captures that are counted
  /// @param left that are not: too short, without hosts inside, or not analysed
  /// @param alertsLeft of low severity or worse in those
  /// @param hostDays hosts inside times days, summed up
  record Row(long captures, long left, long alertsLeft, double hostDays, long low, long medium) {
    static final Row NONE = new Row(0, 0, 0, 0, 0, 0);

    Row with(CaptureScore score) {
      long lowOrWorse = score.alertsFrom(Severity.LOW);
      if (score.hosts() == 0 || score.seconds() < SHORTEST || score.failure().isPresent()) {
        return new Row(captures, left + 1, alertsLeft + lowOrWorse, hostDays, low, medium);
      }
      return new Row(
          captures + 1,
          left,
          alertsLeft,
          hostDays + score.hosts() * score.seconds() / DAY,
          low + lowOrWorse,
          medium + score.alertsFrom(Severity.MEDIUM));
    }

    Row plus(Row other) {
      return new Row(
          captures + other.captures,
          left + other.left,
          alertsLeft + other.alertsLeft,
          hostDays + other.hostDays,
          low + other.low,
          medium + other.medium);
    }

    /// Alerts a day and 1,000 hosts; NaN without any time.
    double rate(long alerts) {
      return hostDays == 0 ? Double.NaN : HOSTS * alerts / hostDays;
    }
  }

  private AlertRates() {}

  /// By environment, sorted.
  static Map<String, Row> rows(List<CaptureScore> scores) {
    Map<String, Row> rows = new TreeMap<>();
    for (CaptureScore score : scores) {
      if (score.capture().benign()) {
        rows.put(environment(score), rows.getOrDefault(environment(score), Row.NONE).with(score));
      }
    }
    return rows;
  }

  private static String environment(CaptureScore score) {
    String path = score.capture().path();
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  static String page(List<CaptureScore> scores) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        ## Alerts a day and 1,000 hosts

        Of the harmless captures: alerts, divided by hosts inside times days, times 1,000. Hosts inside
        are private IPv4 addresses that sent something, or, where there are none, link-local IPv6
        addresses. Time is that in which a flow was open. Captures with less than a minute of it, or
        without hosts inside, are left out; what they gave stands beside. The base is small: the
        captures were chosen to hold many protocols or the setup of devices, not to be an ordinary day, and an
        alert that comes once in ten minutes counts as 144 a day. Take the numbers for an order of
        magnitude at most.

        | environment | captures | host days | alerts, low or worse | a day and 1,000 hosts | medium or worse | a day and 1,000 hosts | left out | their alerts |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|
        """);
    List<Row> all = new ArrayList<>();
    rows(scores)
        .forEach(
            (name, row) -> {
              all.add(row);
              line(out, "`" + name + "`", row);
            });
    line(out, "all", all.stream().reduce(Row.NONE, Row::plus));
    return out.append("\n").toString();
  }

  private static void line(StringBuilder out, String name, Row row) {
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.2f | %d | %s | %d | %s | %d | %d |\n",
            name,
            row.captures(),
            row.hostDays(),
            row.low(),
            rate(row.rate(row.low())),
            row.medium(),
            rate(row.rate(row.medium())),
            row.left(),
            row.alertsLeft()));
  }

  private static String rate(double rate) {
    return Double.isNaN(rate) ? "-" : String.format(Locale.ROOT, "%,.0f", rate);
  }
}

package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Writes an evaluation as a Markdown page for people.
public final class EvaluationPage {
  private final EvaluationResult result;
  private final StringBuilder out = new StringBuilder();

  private EvaluationPage(EvaluationResult result) {
    this.result = result;
  }

  /// @param command by which the page is made, told on it
  public static String write(EvaluationResult result, List<Detector> detectors, String command) {
    EvaluationPage page = new EvaluationPage(result);
    page.head(command);
    page.part("All captures", capture -> true);
    for (Half half : Half.values()) {
      page.part("Families: " + half.words(), capture -> capture.half() == half);
    }
    page.families();
    page.shares();
    page.benignAlerts();
    page.out.append(AlertRates.page(result.captures()));
    page.out.append(AlertDelays.page(result.captures()));
    page.misses();
    page.detectors(detectors);
    return page.out.toString();
  }

  private void head(String command) {
    out.append("# What detection finds\n\nMade by `").append(command).append("`; do not edit.\n\n");
    out.append(
        """
        Real captures whose truth is known, none of which is part of this repository. How to read it:

        - A hostile capture is *found* when an alert of a detector of its class names it, whatever the
          alert's severity; which detectors those are stands in the last table.
        - *Flows*: of those captures whose label says of each flow what it is, and of the harmless ones,
          a flow counts as named when an alert of low severity or worse of such a detector lists it as
          evidence, or, when the evidence had more flows than it lists, when it lies between the alert's
          subject and target. Flows that an alert names by a detector of their own class are never
          counted against another class.
        - Time is that in which a flow was open: years between two packets do not count.
        - Families were halved by the SHA-256 of their names before any threshold was set. Thresholds
          were then set on one half. The detectors themselves were written by people who had seen
          hostile captures of both halves, of which there are few; only the harmless captures of the
          other half were unseen. One limit, 10 SSH connections too short to judge, was set after a
          capture of the other half (`sshguess`) had been seen.

        """);
  }

  private void part(String title, Predicate<LabelledCapture> which) {
    out.append("## ").append(title).append("\n\n");
    out.append(
        "| class | captures | found | flow precision | flow recall |\n|---|--:|--:|--:|--:|\n");
    for (EvaluationResult.ClassRow row : result.classes(which).values()) {
      boolean covered =
          row.label().equals(Scoring.MIXED) || !ClassDetectors.of(row.label()).isEmpty();
      String found = row.found() + " (" + share(row.found(), row.captures()) + ")";
      cells(
          row.label(),
          Long.toString(row.captures()),
          covered ? found : "no detector",
          covered ? percent(row.flows().precision()) : "",
          covered ? percent(row.flows().recall()) : "");
    }
    benign(result.benign(which));
  }

  private void cells(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void benign(EvaluationResult.BenignRow row) {
    out.append("\nHarmless captures: ").append(row.captures());
    out.append("; with a high or critical alert: ").append(row.withHigh());
    out.append("; with a medium one or worse: ").append(row.withMedium());
    out.append(" (").append(share(row.withMedium(), row.captures())).append(")");
    out.append("; with a low one or worse: ").append(row.withLow());
    out.append(" (").append(share(row.withLow(), row.captures())).append("). ");
    out.append(
        String.format(
            Locale.ROOT,
            "Alerts of low severity or worse: %d in %.1f h, %.2f an hour.",
            row.alerts(),
            row.hours(),
            row.alertsPerHour()));
    out.append("\n\n");
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "-" : percent(part / (double) whole);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private void families() {
    out.append(
        "## By family\n\n| class | family | half | captures | found |\n|---|---|---|--:|--:|\n");
    Map<String, List<CaptureScore>> byFamily = new TreeMap<>();
    for (CaptureScore score : result.captures()) {
      LabelledCapture capture = score.capture();
      if (!capture.benign()) {
        byFamily
            .computeIfAbsent(
                capture.label() + " | " + capture.family() + " | " + capture.half().label(),
                _ -> new ArrayList<>())
            .add(score);
      }
    }
    byFamily.forEach(
        (name, scores) ->
            out.append("| ")
                .append(name)
                .append(" | ")
                .append(scores.size())
                .append(" | ")
                .append(scores.stream().filter(CaptureScore::found).count())
                .append(" |\n"));
    out.append("\n");
  }

  /// What each detector finds alone, and what is lost without it.
  private void shares() {
    Map<String, Integer> alone = new TreeMap<>();
    Map<String, Integer> lost = new TreeMap<>();
    for (CaptureScore score : result.captures()) {
      String label = score.capture().label();
      List<String> by =
          score.alerts().stream()
              .filter(alert -> score.found() && ClassDetectors.speaksOf(alert, label))
              .map(alert -> label + " | " + alert.detector().id())
              .distinct()
              .toList();
      by.forEach(name -> alone.merge(name, 1, Integer::sum));
      if (by.size() == 1) {
        lost.merge(by.getFirst(), 1, Integer::sum);
      }
    }
    out.append("## Each detector\n\nCaptures that it finds alone, and that nothing finds when");
    out.append(" it is left out.\n\n| class | detector | alone | lost without it |\n");
    out.append("|---|---|--:|--:|\n");
    alone.forEach(
        (name, count) ->
            cells(name, Integer.toString(count), Integer.toString(lost.getOrDefault(name, 0))));
    out.append("\n");
  }

  private void benignAlerts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (CaptureScore score : result.captures()) {
      if (score.capture().benign()) {
        score
            .alerts()
            .forEach(
                alert ->
                    counts.merge(
                        alert.detector().id() + " | " + alert.severity().label(), 1, Integer::sum));
      }
    }
    out.append(
        "## Alerts on harmless captures\n\n| detector | severity | alerts |\n|---|---|--:|\n");
    counts.forEach(
        (name, count) -> out.append("| ").append(name).append(" | ").append(count).append(" |\n"));
    out.append("\n");
  }

  private void misses() {
    out.append("## What is not seen\n\n");
    Map<String, Long> missed = new TreeMap<>();
    for (CaptureScore score : result.captures()) {
      if (!score.capture().benign() && !score.found()) {
        missed.merge(score.capture().label() + ", " + score.capture().family(), 1L, Long::sum);
      }
    }
    missed.forEach(
        (name, count) -> out.append("- ").append(name).append(": ").append(count).append("\n"));
    out.append(
        """

        Movement between Windows hosts is seen by the calls that are made, which SMB 3 may encrypt
        altogether: then only logins are left. The detectors of it were written by people who had seen
        which calls the captures of both halves hold; their rules name operations, not captures. The
        rules for DNS tunnels of few short names were written by people who had seen captures of both
        halves too (`saitama`, `symbiote`): for these the checked half proves nothing. Control of hosts
        by HTTP is told from other polling by bare addresses, paths, agents and what is sent. Web attacks
        are seen in requests and answers as they are sent, not inside TLS. Domain names made of
        dictionary words, tunnels that ask one name, remote-control programs whose certificate is hidden (TLS 1.3) or is
        one that a public authority gives, and beacons of less than ten connections with such a
        certificate are not seen. What a login inside TLS was answered is not known. Of the
        harmless captures with a medium alert, one (`smbv1.pcap`) holds the question that WannaCry asks
        for an implant, and two (`dnp3.pcap`, `s7comm.pcap`) hold restarts of controllers and a download
        of a program: we take these alerts for right, and count them all the same.

        """);
    for (CaptureScore failed : result.failures()) {
      out.append("Not analysed: `").append(failed.capture().path()).append("`: ");
      out.append(failed.failure().orElse("")).append("\n\n");
    }
  }

  private void detectors(List<Detector> detectors) {
    out.append(
        "## Detectors\n\n| detector | version | classes | formula | source |\n|---|---|---|---|---|\n");
    for (Detector detector : detectors) {
      DetectorInfo info = detector.info();
      List<String> classes =
          ClassDetectors.table().entrySet().stream()
              .filter(entry -> entry.getValue().contains(info.id()))
              .map(Map.Entry::getKey)
              .toList();
      out.append("| ").append(info.id()).append(" | ").append(info.version()).append(" | ");
      out.append(String.join(", ", classes)).append(" | ").append(info.formula()).append(" | ");
      out.append(info.source()).append(" |\n");
    }
  }
}

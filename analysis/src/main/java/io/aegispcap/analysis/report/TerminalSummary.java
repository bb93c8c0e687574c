package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.text.PlainText;
import io.aegispcap.analysis.tuning.Tuned;
import io.aegispcap.capture.packet.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A run's summary for a tired person at a terminal: the verdict first, then alerts, then who
/// talked most. What comes from captures can't control the terminal.
public final class TerminalSummary {
  private static final int MAX_ALERTS = 20;
  private static final int MAX_TALKERS = 8;
  private static final int PILL = 10;

  private final int width;
  private final Ink ink;

  /// @param width of the terminal in columns; 80 to 120 are used
  public TerminalSummary(int width, boolean colours) {
    this.width = Math.clamp(width, 80, 120);
    this.ink = new Ink(colours);
  }

  /// The whole text, ended by a line end.
  public String of(RunSummary summary) {
    List<String> lines = new ArrayList<>();
    for (CaptureFacts capture : summary.captures()) {
      lines.add(ink.bold(PlainText.of(capture.name())) + "  " + ink.quiet(file(capture)));
    }
    facts(summary, lines);
    lines.add("");
    new TerminalStory(width, ink).tell(summary, lines);
    verdict(summary, lines);
    alerts(summary, lines);
    tuned(summary, lines);
    talkers(summary, lines);
    return String.join("\n", lines) + "\n";
  }

  private static String file(CaptureFacts capture) {
    return PlainText.of(capture.format()) + ", " + Wording.bytes(capture.size());
  }

  private void facts(RunSummary summary, List<String> lines) {
    lines.add(
        Wording.count(summary.counts().packets(), "packet")
            + ", "
            + Wording.bytes(summary.wireBytes())
            + " on the wire, "
            + Wording.count(summary.counts().flows(), "flow")
            + ", "
            + Wording.count(summary.hostCount(), "host")
            + (summary.complete() ? "" : " at least"));
    if (summary.counts().packets() > 0) {
      lines.add(
          Wording.span(summary.first(), summary.last())
              + " UTC ("
              + Wording.duration(summary.duration())
              + ")");
    }
    if (summary.packetsSkipped() > 0) {
      lines.add(ink.quiet("In no flow: " + skipped(summary)));
    }
  }

  private static String skipped(RunSummary summary) {
    List<String> reasons = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long packets =
          summary.captures().stream()
              .map(CaptureFacts::outcomes)
              .mapToLong((Map<Outcome, Long> outcomes) -> outcomes.getOrDefault(outcome, 0L))
              .sum();
      if (outcome != Outcome.FLOW && packets > 0) {
        reasons.add(Wording.count(packets, "packet") + " " + outcome.label());
      }
    }
    return String.join(", ", reasons);
  }

  private void verdict(RunSummary summary, List<String> lines) {
    if (summary.alerts().isEmpty()) {
      String detectors = Wording.count(summary.methods().detectors().size(), "detector");
      lines.add(ink.bold(Wording.verdict(summary)) + " " + detectors + " watched.");
    } else {
      String alerts = Wording.count(summary.alerts().size(), "alert");
      lines.add(ink.bold(alerts + ": " + Wording.counts(summary)));
    }
  }

  private void alerts(RunSummary summary, List<String> lines) {
    String indent = " ".repeat(PILL + 2);
    summary.alerts().stream()
        .limit(MAX_ALERTS)
        .forEach(
            alert -> {
              List<String> wrapped =
                  Ink.wrap(PlainText.of(alert.sentences().getFirst()), width - PILL - 2);
              lines.add("  " + pill(alert.severity()) + wrapped.getFirst());
              wrapped.stream().skip(1).forEach(line -> lines.add(indent + line));
              lines.add(indent + ink.quiet(reason(alert)));
            });
    if (summary.alerts().size() > MAX_ALERTS) {
      int more = summary.alerts().size() - MAX_ALERTS;
      lines.add(indent + ink.quiet("and " + more + " more: --report or --json show them all"));
    }
  }

  private void tuned(RunSummary summary, List<String> lines) {
    Tuned tuned = summary.tuned();
    if (!tuned.suppressed().isEmpty()) {
      lines.add("  " + ink.quiet(Wording.suppressed(tuned) + "; --json and --report list them"));
    }
    tuned.notes().stream()
        .flatMap(note -> Ink.wrap(PlainText.of(note), width - 2).stream())
        .forEach(line -> lines.add("  " + ink.quiet(line)));
  }

  private String pill(Severity severity) {
    String text = severity.name() + " ".repeat(PILL - severity.name().length());
    return ink.severity(severity, text);
  }

  private static String reason(Alert alert) {
    return alert.detector().name()
        + " · "
        + alert.detector().technique().id()
        + " · confidence "
        + Wording.percent(alert.confidence())
        + " · "
        + Wording.count(alert.evidence().totalFrames(), "packet")
        + " · "
        + alert.id();
  }

  private void talkers(RunSummary summary, List<String> lines) {
    if (summary.hosts().isEmpty()) {
      return;
    }
    int names = width - 51;
    lines.add("");
    lines.add(ink.bold(row(names, "Top talkers", "sent", "received", "flows", "peers", "alerts")));
    for (HostSummary host :
        summary.hosts().subList(0, Math.min(MAX_TALKERS, summary.hosts().size()))) {
      lines.add(
          row(
              names,
              name(host, names),
              Wording.bytes(host.bytesSent()),
              Wording.bytes(host.bytesReceived()),
              Wording.count(host.opened() + host.answered()),
              Wording.count(host.peers()),
              host.alerts() > 0 ? Wording.count(host.alerts()) : ""));
    }
  }

  private static String row(int names, String... cells) {
    String form = "%-" + names + "s %9s %9s %11s %9s %7s";
    return String.format(Locale.ROOT, form, (Object[]) cells).stripTrailing();
  }

  private static String name(HostSummary host, int room) {
    String text = "  " + host.address();
    if (!host.names().isEmpty()) {
      text += " (" + PlainText.of(host.names().getFirst().name()) + ")";
    }
    return text.length() <= room ? text : text.substring(0, room - 1) + "…";
  }
}

package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Incident;
import io.aegispcap.analysis.incident.Step;
import io.aegispcap.analysis.text.PlainText;
import java.util.List;

/// Incidents for a terminal: what happened, step by step.
final class TerminalStory {
  private static final int MAX_INCIDENTS = 5;
  private static final int MAX_STEPS = 8;
  private static final int PILL = 10;
  private static final int NUMBER = 4;

  private final int width;
  private final Ink ink;

  TerminalStory(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  /// Adds lines, none without incidents.
  void tell(RunSummary summary, List<String> lines) {
    if (summary.incidents().isEmpty()) {
      return;
    }
    lines.add(ink.bold(Wording.count(summary.incidents().size(), "incident") + ":"));
    StepWording words = new StepWording(summary.captures());
    summary.incidents().stream()
        .limit(MAX_INCIDENTS)
        .forEach(incident -> incident(incident, words, lines));
    if (summary.incidents().size() > MAX_INCIDENTS) {
      int more = summary.incidents().size() - MAX_INCIDENTS;
      lines.add(indent() + ink.quiet("and " + more + " more: --report or --json show them all"));
    }
    lines.add("");
  }

  private static String indent() {
    return " ".repeat(PILL + 2);
  }

  private void incident(Incident incident, StepWording words, List<String> lines) {
    List<String> title = Ink.wrap(PlainText.of(incident.title()), width - PILL - 2);
    lines.add("  " + pill(incident.severity()) + ink.bold(title.getFirst()));
    title.stream().skip(1).forEach(line -> lines.add(indent() + ink.bold(line)));
    Ink.wrap(facts(incident), width - PILL - 2)
        .forEach(line -> lines.add(indent() + ink.quiet(line)));
    int number = 1;
    for (Step step : incident.steps()) {
      if (number > MAX_STEPS) {
        break;
      }
      step(number++, step, words, lines);
    }
    long more = incident.steps().size() + incident.moreSteps() - MAX_STEPS;
    if (more > 0) {
      lines.add(indent() + ink.quiet("and " + Wording.count(more, "more step")));
    }
  }

  private void step(int number, Step step, StepWording words, List<String> lines) {
    String head = String.format("%2d. ", number);
    String text =
        PlainText.of(
            words.sentence(step)
                + " · "
                + step.stage().label()
                + ", "
                + step.detector().technique().id());
    List<String> wrapped = Ink.wrap(text, width - PILL - 2 - NUMBER);
    lines.add(indent() + head + wrapped.getFirst());
    wrapped.stream().skip(1).forEach(line -> lines.add(indent() + " ".repeat(NUMBER) + line));
  }

  private static String facts(Incident incident) {
    return Wording.span(incident.firstSeen(), incident.lastSeen())
        + " UTC · confidence "
        + Wording.percent(incident.confidence())
        + " · "
        + Wording.count(incident.alerts().size(), "alert")
        + " · "
        + incident.id();
  }

  private String pill(Severity severity) {
    return ink.severity(severity, severity.name() + " ".repeat(PILL - severity.name().length()));
  }
}

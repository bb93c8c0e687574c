package io.aegispcap.cli.plugin;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.running.FlowNote;
import io.aegispcap.extension.running.MetricValue;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.Usage;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Chart;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;

/// What a trial came to, for people.
final class RunReport {
  private static final int SHOWN = 20;

  private final PrintWriter out;
  private final PluginOutcome outcome;

  RunReport(PrintWriter out, PluginOutcome outcome) {
    this.out = out;
    this.outcome = outcome;
  }

  void print(List<Alert> alerts, List<ToHost.Call> calls) {
    Manifest manifest = outcome.manifest();
    out.printf("%s %s, %s%n", manifest.id(), manifest.version(), manifest.kind().label());
    alerts(alerts.stream().filter(outcome::raised).toList());
    notes();
    outcome.metrics().forEach(this::metric);
    outcome.charts().forEach(this::chart);
    calls.forEach(
        call -> out.println("would post to " + line(call.url()) + ": " + line(call.body())));
    outcome.log().stream().limit(SHOWN).forEach(it -> out.println("log: " + line(it)));
    failures();
    capabilities();
    cost();
  }

  private void alerts(List<Alert> alerts) {
    if (outcome.manifest().rules().isEmpty()) {
      return;
    }
    out.printf("%n%s of %s%n", count(alerts.size(), "alert"), count(outcome.findings(), "finding"));
    for (Alert alert : alerts.stream().limit(SHOWN).toList()) {
      out.printf("  %-8s %s%n", alert.severity().label(), line(alert.sentences().getFirst()));
      out.printf(
          "           %s %s, %.0f %% sure, %d packets, frames %s ...%n",
          alert.detector().technique().id(),
          alert.detector().technique().name(),
          alert.confidence() * 100,
          alert.evidence().totalFrames(),
          alert.evidence().frames().stream().limit(3).toList());
    }
    rest(alerts.size(), "alerts");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void notes() {
    if (outcome.noteCount() > 0) {
      out.printf("%n%d features and annotations of flows%n", outcome.noteCount());
      for (FlowNote note : outcome.notes().stream().limit(SHOWN).toList()) {
        out.printf("  flow %d: %s = %s%n", note.flow(), note.name(), line(note.value()));
      }
      rest(outcome.noteCount(), "more");
    }
  }

  private void rest(long count, String what) {
    if (count > SHOWN) {
      out.printf("  ... and %d %s%n", count - SHOWN, what.equals("more") ? what : "more " + what);
    }
  }

  private void metric(MetricValue metric) {
    out.printf(
        "metric %s = %s %s (%d changes)%n",
        metric.name(), metric.value(), metric.unit(), metric.count());
  }

  private void chart(Chart chart) {
    Chart.Query query = chart.query();
    out.printf(
        "chart %s: \"%s\", %s of %s by %s%n",
        chart.id(),
        line(chart.title()),
        chart.shape().label(),
        query.source().label(),
        query.groupBy());
  }

  private void failures() {
    for (PluginFailure failure : outcome.failures()) {
      out.printf("%nfailed (%s): %s%n", failure.cause().label(), line(failure.message()));
      failure.output().forEach(it -> out.println("  " + line(it)));
    }
    if (outcome.suspended()) {
      out.println("It failed too often and was not asked on.");
    }
  }

  private void capabilities() {
    out.println();
    for (Capability capability : new TreeSet<>(outcome.manifest().capabilities())) {
      out.printf(
          "%s %s: it %s%n",
          outcome.granted().contains(capability) ? "granted" : "denied ",
          capability,
          capability.kind().meaning());
    }
  }

  private void cost() {
    Usage usage = outcome.usage();
    out.printf(
        "cost %.2f s of processor time, %.0f MiB of memory, %d answers, %d processes%n",
        usage.cpu().toMillis() / 1000.0,
        usage.peakMemory() / 1048576.0,
        usage.answers(),
        usage.processes());
  }

  private static String line(String text) {
    return Lines.harmless(text);
  }
}

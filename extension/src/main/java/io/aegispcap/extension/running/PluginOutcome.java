package io.aegispcap.extension.running;

import io.aegispcap.analysis.chart.ShownMetric;
import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.Usage;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Chart;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a run of a plugin came to.
///
/// @param granted what it might see and do
/// @param findings how many it raised
/// @param notes the first 10,000 features and annotations of flows
/// @param noteCount how many there were
/// @param metrics in the manifest's order, those that changed
/// @param charts that it declared
/// @param log the first 1,000 lines
/// @param failures in their order
/// @param suspended whether it failed too often to be asked on
/// @param kept what its store holds
public record PluginOutcome(
    Manifest manifest,
    Set<Capability> granted,
    long findings,
    List<FlowNote> notes,
    long noteCount,
    List<MetricValue> metrics,
    List<Chart> charts,
    List<String> log,
    List<PluginFailure> failures,
    boolean suspended,
    Usage usage,
    Map<String, String> kept) {
  public PluginOutcome {
    granted = Set.copyOf(granted);
    notes = List.copyOf(notes);
    metrics = List.copyOf(metrics);
    charts = List.copyOf(charts);
    log = List.copyOf(log);
    failures = List.copyOf(failures);
    kept = Map.copyOf(kept);
  }

  /// Of a plugin that could not even be started; its store is as it was.
  ///
  /// @param start what it should have been started with
  /// @param suspended whether trying again can't help
  public static PluginOutcome notStarted(
      RunningPlugin.Start start, PluginFailure failure, boolean suspended) {
    return new PluginOutcome(
        start.manifest(),
        start.granted(),
        0,
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(failure),
        suspended,
        Usage.NONE,
        start.kept());
  }

  /// What its metrics came to, as charts show them.
  public List<ShownMetric> shownMetrics() {
    return metrics.stream()
        .map(it -> new ShownMetric(manifest.id(), it.name(), it.unit(), it.value()))
        .toList();
  }

  /// Whether this plugin raised it.
  public boolean raised(Alert alert) {
    return manifest.rules().stream()
        .anyMatch(rule -> detector(manifest, rule).equals(alert.detector().id()));
  }

  /// Id of the detector that a rule is in alerts.
  static String detector(Manifest manifest, Manifest.Rule rule) {
    return manifest.id() + "/" + rule.id();
  }
}

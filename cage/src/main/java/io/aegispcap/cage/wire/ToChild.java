package io.aegispcap.cage.wire;

import io.aegispcap.plugin.AlertBatch;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.PluginKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the host says to a plugin's process. [Begin] comes first; each of the others is answered by
/// as many frames as it takes, and [ToHost.Done].
public sealed interface ToChild {
  /// Version of these frames.
  int VERSION = 1;

  /// Loads the plugin and initialises it.
  ///
  /// @param packages the plugin's own, and those that it depends on
  /// @param entryPoint the plugin's class
  /// @param granted what it may see and do
  /// @param declared what its manifest declares
  /// @param settings by name
  /// @param kept what its store held
  /// @param features names of all features in their order
  record Begin(
      List<String> packages,
      String entryPoint,
      PluginKind kind,
      Set<Capability> granted,
      Declared declared,
      Map<String, String> settings,
      Map<String, String> kept,
      List<String> features)
      implements ToChild {
    public Begin {
      packages = List.copyOf(packages);
      granted = Set.copyOf(granted);
      settings = Map.copyOf(settings);
      kept = Map.copyOf(kept);
      features = List.copyOf(features);
    }
  }

  /// Names that the manifest declares.
  record Declared(
      Set<String> rules,
      Set<String> features,
      Set<String> annotations,
      Map<String, MetricKind> metrics) {
    public Declared {
      rules = Set.copyOf(rules);
      features = Set.copyOf(features);
      annotations = Set.copyOf(annotations);
      metrics = Map.copyOf(metrics);
    }
  }

  /// Flows to process.
  record Flows(FlowBatch batch) implements ToChild {}

  /// Alerts to process.
  record Alerts(AlertBatch batch) implements ToChild {}

  /// Asks a visualisation for its charts.
  record Draw() implements ToChild {}

  /// The capture is over.
  record EndOfCapture() implements ToChild {}

  /// Answers [ToHost.Call].
  ///
  /// @param failure empty when there was an answer
  /// @param status 0 when there was none
  record Called(String failure, int status, String body) implements ToChild {}

  /// Cleans up; the process ends after its answer.
  record Finish() implements ToChild {}
}

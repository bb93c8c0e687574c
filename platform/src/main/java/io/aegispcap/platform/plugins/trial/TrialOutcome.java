package io.aegispcap.platform.plugins.trial;

import io.aegispcap.analysis.chart.ChartAnswer;
import java.util.List;

/// What a trial came to.
///
/// @param alerts that the plugin adds to what the built-in detectors find, most urgent first; the
///   first 200
/// @param alertCount how many it adds
/// @param builtInAlerts how many there are without it
/// @param notes features and annotations of flows, the first 200
/// @param noteCount how many there were
/// @param metrics as `name = value unit`
/// @param charts that it declares, with their numbers
/// @param posts what it would have posted, to whom
/// @param log its lines
/// @param failures how it failed, in words
/// @param cpuMillis processor time
/// @param peakBytes of memory
/// @param processes how many were started
public record TrialOutcome(
    List<Found> alerts,
    int alertCount,
    int builtInAlerts,
    List<String> notes,
    long noteCount,
    List<String> metrics,
    List<ChartAnswer> charts,
    List<String> posts,
    List<String> log,
    List<String> failures,
    long cpuMillis,
    long peakBytes,
    int processes) {
  public TrialOutcome {
    alerts = List.copyOf(alerts);
    notes = List.copyOf(notes);
    metrics = List.copyOf(metrics);
    charts = List.copyOf(charts);
    posts = List.copyOf(posts);
    log = List.copyOf(log);
    failures = List.copyOf(failures);
  }

  /// An alert.
  ///
  /// @param confidence 0 to 1
  /// @param packets how many prove it
  public record Found(
      String rule,
      String severity,
      String sentence,
      double confidence,
      String technique,
      long packets) {}
}

package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one capture came out.
///
/// @param seconds in which one of its flows was open
/// @param found whether an alert of a detector of its class names it; false for benign ones
/// @param flows counts by class, of all classes that flow labels or alerts speak of
/// @param failure why it could not be analysed
public record CaptureScore(
    LabelledCapture capture,
    List<Alert> alerts,
    double seconds,
    boolean found,
    Map<String, FlowCounts> flows,
    Optional<String> failure) {

  /// Its alerts of that severity or worse.
  public long alertsFrom(Severity severity) {
    return alerts.stream().filter(alert -> alert.severity().compareTo(severity) >= 0).count();
  }

  /// Severity of its worst alert.
  public Optional<Severity> worst() {
    return alerts.stream().map(Alert::severity).max(Severity::compareTo);
  }
}

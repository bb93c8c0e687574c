package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one capture came out.
///
/// @param seconds in which one of its flows was open
/// @param hosts see [InsideHosts]; 0 when none of them is in it
/// @param found whether an alert of a detector of its class names it; false for benign ones
/// @param flows counts by class, of all classes that flow labels or alerts speak of
/// @param firstAlert of a capture that is found, of whose alerts one comes after the start of what
///   is hostile in it
/// @param failure why it could not be analysed
public record CaptureScore(
    LabelledCapture capture,
    List<Alert> alerts,
    double seconds,
    int hosts,
    boolean found,
    Map<String, FlowCounts> flows,
    Optional<FirstAlert> firstAlert,
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

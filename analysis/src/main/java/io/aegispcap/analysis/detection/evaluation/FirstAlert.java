package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.tracking.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When the first alert of a hostile capture's class could have been given, in seconds of the
/// capture's time after the first packet of what is hostile in it. An alert does not know which
/// packet carried its measure over the threshold; it knows between which packets it lies.
///
/// @param begins until the first packet that the alert counts: not before that
/// @param complete until the last one: not after that
public record FirstAlert(double begins, double complete) {

  /// What is hostile begins with the first flow that the label calls so; with the first packet of
  /// the capture when the label speaks of no flows. The first alert is the one that is complete
  /// first. Empty when all alerts are complete before what is hostile began: they speak of
  /// something else.
  static Optional<FirstAlert> of(
      LabelledCapture capture, List<Alert> alerts, FlowRecorder recorder) {
    Set<String> classes = Scoring.classes(capture);
    long start =
        recorder.flows().stream()
            .filter(flow -> classes.contains(capture.rule().label(flow)))
            .mapToLong(SeenFlow::start)
            .min()
            .orElse(recorder.first());
    return alerts.stream()
        .filter(alert -> classes.stream().anyMatch(c -> ClassDetectors.speaksOf(alert, c)))
        .filter(alert -> alert.lastSeen() >= start)
        .min(Comparator.comparingLong(Alert::lastSeen).thenComparing(Alert::id))
        .map(
            alert ->
                new FirstAlert(
                    seconds(Math.max(0, alert.firstSeen() - start)),
                    seconds(alert.lastSeen() - start)));
  }

  private static double seconds(long nanos) {
    return nanos / (double) Span.SECOND;
  }
}

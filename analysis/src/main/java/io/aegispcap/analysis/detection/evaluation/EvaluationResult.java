package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How all captures came out.
public record EvaluationResult(List<CaptureScore> captures) {
  public EvaluationResult {
    captures = List.copyOf(captures);
  }

  /// The hostile captures of one class and half.
  ///
  /// @param found of so many captures
  /// @param flows summed up over all captures whose flows are labelled, benign ones too
  public record ClassRow(String label, long found, long captures, FlowCounts flows) {}

  /// The harmless captures.
  ///
  /// @param withHigh captures with an alert of that severity or worse, as the two others
  /// @param alerts of low severity or worse
  public record BenignRow(
      long captures, long withHigh, long withMedium, long withLow, long alerts, double hours) {
    /// Alerts of low severity or worse for each hour; 0 when there is no time.
    public double alertsPerHour() {
      return hours == 0 ? 0 : alerts / hours;
    }
  }

  /// By class, of one half or of both, sorted by class.
  public Map<String, ClassRow> classes(Predicate<LabelledCapture> which) {
    Map<String, ClassRow> rows = new TreeMap<>();
    hostile(which)
        .map(score -> score.capture().label())
        .distinct()
        .forEach(label -> rows.put(label, row(label, which)));
    return rows;
  }

  private ClassRow row(String label, Predicate<LabelledCapture> which) {
    List<CaptureScore> of =
        hostile(which).filter(score -> score.capture().label().equals(label)).toList();
    FlowCounts flows =
        captures.stream()
            .filter(score -> which.test(score.capture()))
            .map(score -> score.flows().getOrDefault(label, FlowCounts.NONE))
            .reduce(FlowCounts.NONE, FlowCounts::plus);
    return new ClassRow(label, of.stream().filter(CaptureScore::found).count(), of.size(), flows);
  }

  private Stream<CaptureScore> hostile(Predicate<LabelledCapture> which) {
    return captures.stream()
        .filter(score -> !score.capture().benign() && which.test(score.capture()));
  }

  public BenignRow benign(Predicate<LabelledCapture> which) {
    List<CaptureScore> of =
        captures.stream()
            .filter(score -> score.capture().benign() && which.test(score.capture()))
            .toList();
    return new BenignRow(
        of.size(),
        having(of, Severity.HIGH),
        having(of, Severity.MEDIUM),
        having(of, Severity.LOW),
        of.stream().mapToLong(score -> score.alertsFrom(Severity.LOW)).sum(),
        of.stream().mapToDouble(CaptureScore::seconds).sum() / 3600);
  }

  private static long having(List<CaptureScore> scores, Severity severity) {
    return scores.stream().filter(score -> score.alertsFrom(severity) > 0).count();
  }

  /// Captures that could not be analysed.
  public List<CaptureScore> failures() {
    return captures.stream().filter(score -> score.failure().isPresent()).toList();
  }
}

package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is usual in a network, learned from captures in which nothing bad happened. All alerts
/// there are false: for each detector the [#PERCENTILE]th percentile of what it measured becomes
/// the threshold here. No threshold goes below the built-in one, none above [#MOST_TIMES] times it,
/// or, for scores below 1, half the way to 1: an attack that is far stronger than what is usual is
/// still seen. Alerts of high severity move nothing, and none is held back.
///
/// @param software version of AegisPCAP that made it
/// @param captures that it was learned from, by name and SHA-256
/// @param thresholds in the order of detectors and measures
/// @param prevalence hosts that many call
public record Calibration(
    String software, List<Source> captures, List<Threshold> thresholds, Prevalence prevalence) {
  static final double PERCENTILE = 99;
  static final double MOST_TIMES = 4;

  /// A clean capture.
  ///
  /// @param sha256 of the file; empty when it was read from a pipe
  public record Source(String name, Optional<String> sha256) {}

  public Calibration {
    captures = List.copyOf(captures);
    thresholds = List.copyOf(thresholds);
  }

  /// @param alerts of clean captures
  public static Calibration of(
      String software, List<Source> captures, List<Alert> alerts, Prevalence prevalence) {
    Map<String, List<Alert>> kinds = new TreeMap<>();
    for (Alert alert : alerts) {
      Optional<Measure> judged = Threshold.judged(alert);
      if (judged.isPresent() && mayMove(alert)) {
        String kind =
            alert.detector().id() + '\0' + judged.get().name() + '\0' + judged.get().threshold();
        kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(alert);
      }
    }
    List<Threshold> thresholds = new ArrayList<>();
    kinds.values().forEach(kind -> thresholds.add(threshold(kind)));
    return new Calibration(software, captures, thresholds, prevalence);
  }

  /// Whether an alert is mild enough to be usual.
  public static boolean mayMove(Alert alert) {
    return alert.severity().compareTo(Severity.HIGH) < 0;
  }

  private static Threshold threshold(List<Alert> kind) {
    Alert first = kind.getFirst();
    Measure measure = Threshold.judged(first).orElseThrow();
    double[] values =
        kind.stream()
            .mapToDouble(alert -> Threshold.judged(alert).orElseThrow().value())
            .sorted()
            .toArray();
    int rank = (int) Math.ceil(PERCENTILE / 100 * values.length);
    double most =
        measure.threshold() < 1 ? (1 + measure.threshold()) / 2 : MOST_TIMES * measure.threshold();
    return new Threshold(
        first.detector().id(),
        first.detector().version(),
        measure.name(),
        measure.unit(),
        measure.threshold(),
        Math.min(values[rank - 1], most),
        values.length,
        Arrays.stream(values).max().orElseThrow());
  }

  /// The threshold that an alert does not exceed, if there is one.
  Optional<Threshold> holding(Alert alert) {
    Optional<Measure> judged = Threshold.judged(alert);
    if (judged.isEmpty() || !mayMove(alert)) {
      return Optional.empty();
    }
    return thresholds.stream()
        .filter(threshold -> threshold.about(alert, judged.get()))
        .filter(threshold -> threshold.version().equals(alert.detector().version()))
        .filter(threshold -> judged.get().value() <= threshold.network())
        .findFirst();
  }
}

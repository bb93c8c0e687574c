package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Compares what alerts say of one capture with what is known of it.
final class Scoring {
  static final String MIXED = "mixed";

  private Scoring() {}

  static CaptureScore score(LabelledCapture capture, List<Alert> alerts, FlowRecorder recorder) {
    boolean found = classes(capture).stream().allMatch(label -> named(alerts, label));
    return new CaptureScore(
        capture,
        List.copyOf(alerts),
        recorder.seconds(),
        recorder.hosts(),
        found && !capture.benign(),
        capture.rule().labelsFlows() ? flows(capture, alerts, recorder.flows()) : Map.of(),
        found && !capture.benign() ? FirstAlert.of(capture, alerts, recorder) : Optional.empty(),
        Optional.empty());
  }

  /// The capture's class; of one that is `mixed`, all that its label rule speaks of.
  static Set<String> classes(LabelledCapture capture) {
    return capture.label().equals(MIXED) ? capture.rule().classes() : Set.of(capture.label());
  }

  private static boolean named(List<Alert> alerts, String label) {
    return alerts.stream().anyMatch(alert -> ClassDetectors.speaksOf(alert, label));
  }

  static CaptureScore failed(LabelledCapture capture, String reason) {
    return new CaptureScore(
        capture, List.of(), 0, 0, false, Map.of(), Optional.empty(), Optional.of(reason));
  }

  /// A flow is named as a class by alerts of low severity or worse of its detectors.
  private static Map<String, FlowCounts> flows(
      LabelledCapture capture, List<Alert> alerts, List<SeenFlow> flows) {
    Map<String, FlowCounts> counts = new TreeMap<>();
    for (String label : ClassDetectors.table().keySet()) {
      if (!ClassDetectors.of(label).isEmpty()) {
        counts.put(label, count(label, capture.rule(), named(label, alerts), flows));
      }
    }
    return counts;
  }

  private static List<NamedFlows> named(String label, List<Alert> alerts) {
    List<NamedFlows> named = new ArrayList<>();
    for (Alert alert : alerts) {
      if (alert.severity() != Severity.INFO && ClassDetectors.speaksOf(alert, label)) {
        named.add(new NamedFlows(alert));
      }
    }
    return named;
  }

  /// An alert whose detector speaks of several classes is not wrong when a flow is of another of
  /// them.
  private static FlowCounts count(
      String label, LabelRule rule, List<NamedFlows> named, List<SeenFlow> flows) {
    FlowCounts counts = FlowCounts.NONE;
    for (SeenFlow flow : flows) {
      String truth = rule.label(flow);
      if (!truth.equals(LabelRule.UNKNOWN)) {
        boolean is = truth.equals(label);
        boolean isNamed =
            named.stream()
                .filter(alert -> is || !ClassDetectors.speaksOf(alert.alert(), truth))
                .anyMatch(alert -> alert.contains(flow));
        counts = counts.with(is, isNamed);
      }
    }
    return counts;
  }
}

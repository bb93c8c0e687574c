package io.aegispcap.analysis.detection;

import io.aegispcap.analysis.flow.FlowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes one alert of findings about one thing: the worst one leads, counts add up, evidence is
/// joined.
final class FindingMerge {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::confidence, Comparator.reverseOrder())
          .thenComparingLong(Finding::firstSeen)
          .thenComparingLong(Finding::lastSeen)
          .thenComparing(Finding::sentence)
          .thenComparingLong(finding -> finding.evidence().frames().getFirst());

  private FindingMerge() {}

  static Alert merge(String id, List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(WORST_FIRST);
    Finding worst = sorted.getFirst();
    return new Alert(
        id,
        worst.detector(),
        worst.subject(),
        worst.target(),
        sorted.stream().map(Finding::sentence).distinct().toList(),
        worst.severity(),
        worst.confidence(),
        worst.confidenceReason(),
        sorted.stream().mapToLong(Finding::firstSeen).min().orElseThrow(),
        sorted.stream().mapToLong(Finding::lastSeen).max().orElseThrow(),
        sorted.stream().mapToLong(Finding::count).sum(),
        measures(sorted),
        evidence(sorted));
  }

  /// Each measure by its highest value; the order is that of the worst finding.
  private static List<Measure> measures(List<Finding> findings) {
    Map<String, Measure> byName = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (Measure measure : finding.measures()) {
        byName.merge(measure.name(), measure, (a, b) -> b.value() > a.value() ? b : a);
      }
    }
    return List.copyOf(byName.values());
  }

  private static Evidence evidence(List<Finding> findings) {
    List<Finding> byTime = new ArrayList<>(findings);
    byTime.sort(Comparator.comparingLong(Finding::firstSeen).thenComparing(WORST_FIRST));
    Set<Long> frames = new TreeSet<>();
    Set<FlowKey> flows = new LinkedHashSet<>();
    long totalFrames = 0;
    long totalFlows = 0;
    for (Finding finding : byTime) {
      Evidence evidence = finding.evidence();
      frames.addAll(evidence.frames());
      flows.addAll(evidence.flows());
      totalFrames += evidence.totalFrames();
      totalFlows += evidence.totalFlows();
    }
    return new Evidence(
        Evidence.listed(List.copyOf(frames)),
        Math.max(totalFrames, frames.size()),
        flows.stream().limit(Evidence.MAX_FLOWS).toList(),
        Math.max(totalFlows, flows.size()));
  }
}

package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import java.util.Optional;

/// What a plugin found.
///
/// @param rule one of [DetectorSource#rules]
/// @param subject whom it is about; `host-N` where the plugin sees no addresses
/// @param target to whom it was done, when there is one
/// @param flows numbers of flows that were shown to it; at least one
public record PluginFinding(
    DetectorInfo rule,
    Severity severity,
    String subject,
    Optional<String> target,
    String sentence,
    double confidence,
    String reason,
    long count,
    List<Measure> measures,
    List<Long> flows) {
  public PluginFinding {
    measures = List.copyOf(measures);
    flows = List.copyOf(flows);
  }
}

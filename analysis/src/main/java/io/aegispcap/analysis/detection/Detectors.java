package io.aegispcap.analysis.detection;

import java.util.List;

/// All detectors, in the order in which they are told of flows and asked for findings.
public final class Detectors {
  private Detectors() {}

  /// Fresh ones, for one run.
  public static List<Detector> all(DetectionOptions options) {
    return List.of();
  }
}

package io.aegispcap.analysis.detection.evaluation;

/// One line of a manifest.
///
/// @param path relative to the manifest's root
/// @param label the capture's class, such as `scan` or `benign`
/// @param family what made the traffic
/// @param half which half its family fell into
public record LabelledCapture(String path, String label, String family, LabelRule rule, Half half) {
  static final String BENIGN = "benign";

  public boolean benign() {
    return label.equals(BENIGN);
  }
}

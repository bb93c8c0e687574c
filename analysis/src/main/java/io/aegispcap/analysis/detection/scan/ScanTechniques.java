package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Technique;

/// The ATT&CK techniques of this package.
final class ScanTechniques {
  static final Technique SERVICE_DISCOVERY =
      new Technique("T1046", "Network Service Discovery", "Discovery");
  static final Technique HOST_DISCOVERY =
      new Technique("T1018", "Remote System Discovery", "Discovery");
  static final Technique ACTIVE_SCANNING =
      new Technique("T1595", "Active Scanning", "Reconnaissance");

  private ScanTechniques() {}
}

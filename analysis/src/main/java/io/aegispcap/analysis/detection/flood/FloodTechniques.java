package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Technique;

/// The ATT&CK techniques of this package.
final class FloodTechniques {
  static final Technique DIRECT =
      new Technique("T1498.001", "Network Denial of Service: Direct Network Flood", "Impact");
  static final Technique REFLECTION =
      new Technique("T1498.002", "Network Denial of Service: Reflection Amplification", "Impact");
  static final Technique EXHAUSTION =
      new Technique("T1499.001", "Endpoint Denial of Service: OS Exhaustion Flood", "Impact");

  private FloodTechniques() {}
}

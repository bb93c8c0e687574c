package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.capture.packet.FrameId;
import java.util.List;
import java.util.Optional;

/// Alerts as detectors would raise them, written down shortly.
final class Told {
  static final long SECOND = 1_000_000_000L;

  /// What detectors say: id, technique and tactic.
  enum What {
    SCAN("port-scan", "T1046", "Discovery"),
    GUESS("brute-force", "T1110", "Credential Access"),
    TICKETS("kerberos-downgrade", "T1558.003", "Credential Access"),
    PASSWORD("clear-credentials", "T1040", "Credential Access"),
    SERVICE("remote-service", "T1569.002", "Execution"),
    BEACON("beaconing", "T1071", "Command and Control"),
    UPLOAD("exfiltration", "T1048", "Exfiltration"),
    FLOOD("syn-flood", "T1499.001", "Impact"),
    ODD("of-a-plugin", "X1", "Oddities");

    private final String id;
    private final String technique;
    private final String tactic;

    What(String id, String technique, String tactic) {
      this.id = id;
      this.technique = technique;
      this.tactic = tactic;
    }

    private DetectorInfo info() {
      return new DetectorInfo(
          id, id, "1.0.0", "-", "-", new Technique(technique, id, tactic), "-", "-");
    }
  }

  private Told() {}

  /// @param second when it begins; it lasts ten seconds
  /// @param target empty for none
  static Alert alert(
      String id, What what, Severity severity, int second, String subject, String target) {
    return new Alert(
        id,
        what.info(),
        subject,
        target.isEmpty() ? Optional.empty() : Optional.of(target),
        List.of(subject + " did " + what + " to " + target),
        severity,
        0.6,
        "so it was told",
        second * SECOND,
        (second + 10) * SECOND,
        1,
        List.of(),
        new Evidence(List.of(FrameId.of(0, 1L + second)), 1, List.of(), 0));
  }
}

package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.packet.IpAddress;
import java.util.List;
import java.util.Optional;

/// Alerts that may be noise.
final class Noise {
  private Noise() {}

  static Alert beacon(String id, Severity severity, String subject, String target) {
    return alert(
        id, "beaconing", "Command and Control", severity, subject, target, beaconScore(0.8));
  }

  static Measure beaconScore(double score) {
    return new Measure("beacon score", score, 0.7, "");
  }

  static Alert scan(String id, Severity severity, String subject, double ports) {
    return alert(
        id,
        "port-scan",
        "Discovery",
        severity,
        subject,
        "10.0.0.5",
        new Measure("distinct ports", ports, 25, "ports"));
  }

  /// Its one flow goes to 198.51.100.1, port 443.
  static Alert alert(
      String id,
      String detector,
      String tactic,
      Severity severity,
      String subject,
      String target,
      Measure measure) {
    FlowKey flow =
        new FlowKey(
            IpAddress.parse("10.0.0.7"), IpAddress.parse("198.51.100.1"), 40_000, 443, 6, -1);
    return new Alert(
        id,
        new DetectorInfo(
            detector, detector, "1.0.0", "-", "-", new Technique("T1", "-", tactic), "-", "-"),
        subject,
        target.isEmpty() ? Optional.empty() : Optional.of(target),
        List.of(subject + " did something"),
        severity,
        0.8,
        "because",
        0,
        1,
        1,
        List.of(measure),
        new Evidence(List.of(FrameId.of(0, 1)), 1, List.of(flow), 1));
  }
}

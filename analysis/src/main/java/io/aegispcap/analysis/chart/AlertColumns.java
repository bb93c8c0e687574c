package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.detection.Alert;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What alerts can be grouped by and summed up over.
final class AlertColumns {
  static final String GROUPS = "severity, detector, technique, tactic, subject, target";

  private AlertColumns() {}

  static Optional<Function<Alert, String>> group(String column) {
    return switch (column.replace('.', '_')) {
      case "severity", "event_severity" -> Optional.of(alert -> alert.severity().label());
      case "detector", "rule", "rule_name" -> Optional.of(alert -> alert.detector().name());
      case "technique", "threat_technique_id" ->
          Optional.of(alert -> alert.detector().technique().id());
      case "tactic", "threat_tactic_name" ->
          Optional.of(alert -> alert.detector().technique().tactic());
      case "subject", "source_ip" -> Optional.of(Alert::subject);
      case "target", "destination_ip" -> Optional.of(alert -> alert.target().orElse(""));
      default -> Optional.empty();
    };
  }

  static Optional<ToDoubleFunction<Alert>> number(String column) {
    return switch (column) {
      case "" -> Optional.of(_ -> 1);
      case "count" -> Optional.of(Alert::count);
      case "packets" -> Optional.of(alert -> alert.evidence().totalFrames());
      default -> Optional.empty();
    };
  }
}

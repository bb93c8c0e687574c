package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.captures.CaptureId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An alert as lists show it.
///
/// @param count guesses, ports, queries, connections
/// @param comments how many there are
public record Row(
    AlertId id,
    Severity severity,
    String sentence,
    String detector,
    String detectorName,
    String subject,
    Optional<String> target,
    List<String> techniques,
    Instant firstSeen,
    Instant lastSeen,
    long count,
    CaptureId capture,
    String captureName,
    boolean found,
    Triage triage,
    Instant arrived,
    int comments) {
  public Row {
    techniques = List.copyOf(techniques);
  }

  public Cursor cursor() {
    return new Cursor(severity.ordinal(), id.value());
  }
}

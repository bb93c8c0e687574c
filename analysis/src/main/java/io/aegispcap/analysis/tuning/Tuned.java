package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;
import java.util.List;

/// What tuning came to.
///
/// @param alerts that are left, some with less severity or confidence; in the order of an alert
///   book
/// @param suppressed that are left out, in the same order
/// @param notes what should be known of it: entries that expired, detectors that moved
/// @param prevalence of hosts outside, in these captures
public record Tuned(
    List<Alert> alerts, List<Suppressed> suppressed, List<String> notes, Prevalence prevalence) {
  public Tuned {
    alerts = List.copyOf(alerts);
    suppressed = List.copyOf(suppressed);
    notes = List.copyOf(notes);
  }

  public long suppressed(Suppressed.By by) {
    return suppressed.stream().filter(alert -> alert.by() == by).count();
  }
}

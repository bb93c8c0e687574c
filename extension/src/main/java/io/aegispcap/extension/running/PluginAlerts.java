package io.aegispcap.extension.running;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.plugin.AlertBatch;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Alerts as integrations see them.
final class PluginAlerts {
  private static final int BATCH = 1000;

  private PluginAlerts() {}

  /// @param alerts most severe first
  /// @param granted without `read:addresses` hosts are numbered, in the order of the alerts
  static List<AlertBatch> batches(List<Alert> alerts, Set<Capability> granted) {
    boolean addresses = granted.contains(Capability.of(Capability.Kind.READ_ADDRESSES));
    AddressMask mask = new AddressMask(addresses);
    List<AlertBatch> batches = new ArrayList<>();
    for (int from = 0; from < alerts.size(); from += BATCH) {
      int to = Math.min(alerts.size(), from + BATCH);
      batches.add(
          new AlertBatch(alerts.subList(from, to).stream().map(it -> shown(it, mask)).toList()));
    }
    return batches;
  }

  private static io.aegispcap.plugin.Alert shown(Alert alert, AddressMask mask) {
    return new io.aegispcap.plugin.Alert(
        alert.id(),
        alert.detector().id(),
        Severity.values()[alert.severity().ordinal()],
        alert.confidence(),
        mask.of(alert.subject()),
        alert.target().map(mask::of),
        alert.sentences().stream().map(mask::of).toList(),
        alert.detector().technique().id(),
        Instant.ofEpochSecond(0, alert.firstSeen()),
        Instant.ofEpochSecond(0, alert.lastSeen()),
        alert.count());
  }
}

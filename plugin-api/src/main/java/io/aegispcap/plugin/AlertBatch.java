package io.aegispcap.plugin;

import java.util.Iterator;
import java.util.List;

/// New alerts, most severe first.
///
/// @param alerts 1 to 1,000
public record AlertBatch(List<Alert> alerts) implements Iterable<Alert> {
  public AlertBatch {
    alerts = List.copyOf(alerts);
  }

  @Override
  public Iterator<Alert> iterator() {
    return alerts.iterator();
  }
}

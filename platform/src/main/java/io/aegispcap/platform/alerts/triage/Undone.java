package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.alerts.AlertId;
import java.util.List;

/// What was taken back.
///
/// @param alerts that are as they were before
/// @param kept how many stay, since others changed them meanwhile or they can't be seen any more
public record Undone(ActionId action, List<AlertId> alerts, int kept) {
  public Undone {
    alerts = List.copyOf(alerts);
  }
}

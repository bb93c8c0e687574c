package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.alerts.AlertId;
import java.util.List;
import java.util.Optional;

/// What came of a change.
///
/// @param action empty when nothing changed
/// @param changed the alerts that it changed
/// @param same how many were so before
/// @param missing how many are not there, or not for the caller to see
public record Done(Optional<ActionId> action, List<AlertId> changed, int same, int missing) {
  public Done {
    changed = List.copyOf(changed);
  }
}

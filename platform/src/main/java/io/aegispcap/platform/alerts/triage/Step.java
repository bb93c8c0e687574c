package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Triage;

/// What an action did to one alert.
public record Step(AlertId alert, Triage before, Triage after) {

  boolean changes() {
    return !before.equals(after);
  }
}

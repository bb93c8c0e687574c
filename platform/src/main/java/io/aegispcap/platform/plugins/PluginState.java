package io.aegispcap.platform.plugins;

import java.util.Locale;

/// Where a package stands.
public enum PluginState {
  /// Checked; runs in trials alone.
  OFFERED,
  /// Runs in each analysis.
  ENABLED,
  /// Installed, and switched off.
  DISABLED,
  /// Installed, and switched off since it failed too often.
  SUSPENDED;

  /// Lower case, as the API and pages write it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean installed() {
    return this != OFFERED;
  }
}

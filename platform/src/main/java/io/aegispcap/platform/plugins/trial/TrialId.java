package io.aegispcap.platform.plugins.trial;

import java.util.UUID;

/// Names a trial.
public record TrialId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}

package io.aegispcap.platform.captures;

import java.util.UUID;

/// Tells analyses apart.
public record AnalysisId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

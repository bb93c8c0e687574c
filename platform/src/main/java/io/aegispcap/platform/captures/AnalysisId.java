package io.aegispcap.platform.captures;

import java.util.Optional;
import java.util.UUID;

/// Tells analyses apart.
public record AnalysisId(UUID value) {

  /// From an address that somebody typed; empty when it can't be one.
  public static Optional<AnalysisId> parse(String text) {
    try {
      return Optional.of(new AnalysisId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

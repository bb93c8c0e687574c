package io.aegispcap.platform.captures;

import java.util.Optional;
import java.util.UUID;

/// Tells captures apart.
public record CaptureId(UUID value) {

  /// From an address that somebody typed; empty when it can't be one.
  public static Optional<CaptureId> parse(String text) {
    try {
      return Optional.of(new CaptureId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

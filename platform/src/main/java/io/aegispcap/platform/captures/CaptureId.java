package io.aegispcap.platform.captures;

import java.util.UUID;

/// Tells captures apart.
public record CaptureId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

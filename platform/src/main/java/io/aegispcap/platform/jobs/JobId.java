package io.aegispcap.platform.jobs;

import java.util.UUID;

/// Tells jobs apart.
public record JobId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

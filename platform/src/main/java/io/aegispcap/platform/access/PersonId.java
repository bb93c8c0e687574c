package io.aegispcap.platform.access;

import java.io.Serializable;
import java.util.UUID;

/// Tells people apart, also after they have left.
public record PersonId(UUID value) implements Serializable {

  @Override
  public String toString() {
    return value.toString();
  }
}

package io.aegispcap.platform.plugins;

import java.util.UUID;

/// Names a package that was offered here, one version of it.
public record PluginId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}

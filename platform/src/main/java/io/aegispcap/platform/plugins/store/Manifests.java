package io.aegispcap.platform.plugins.store;

import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Manifests that were read: each once, since a package never changes.
final class Manifests {
  private static final int MOST = 1000;

  private final Map<UUID, Manifest> read = new ConcurrentHashMap<>();

  /// @param text as it stands in the package
  Manifest of(UUID plugin, String text) {
    Manifest known = read.get(plugin);
    if (known != null) {
      return known;
    }
    if (read.size() >= MOST) {
      read.clear();
    }
    return read.computeIfAbsent(plugin, _ -> parsed(text));
  }

  private static Manifest parsed(String text) {
    try {
      return ManifestReader.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidPackageException e) {
      throw new IllegalStateException("a manifest that was checked is none any more", e);
    }
  }
}

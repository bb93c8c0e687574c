package io.aegispcap.cage;

import io.aegispcap.plugin.Store;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The plugin's store; the host is given its whole content at the end.
final class CagedStore implements Store {
  private final Permits permits;
  private final Map<String, String> content;
  private boolean changed;

  CagedStore(Permits permits, Map<String, String> content) {
    this.permits = permits;
    this.content = new LinkedHashMap<>(content);
  }

  @Override
  public Optional<String> get(String key) {
    permits.storeSize();
    return Optional.ofNullable(content.get(key));
  }

  @Override
  public void put(String key, String value) {
    long room = permits.storeSize() - size(key) - size(value);
    for (Map.Entry<String, String> entry : content.entrySet()) {
      room -= entry.getKey().equals(key) ? 0 : size(entry.getKey()) + size(entry.getValue());
    }
    if (room < 0) {
      throw new IllegalStateException("the store may hold " + permits.storeSize() + " bytes");
    }
    content.put(key, value);
    changed = true;
  }

  @Override
  public void remove(String key) {
    permits.storeSize();
    changed |= content.remove(key) != null;
  }

  @Override
  public Set<String> keys() {
    permits.storeSize();
    return Set.copyOf(content.keySet());
  }

  /// All of it, when there is something new.
  Optional<Map<String, String>> changes() {
    return changed ? Optional.of(content) : Optional.empty();
  }

  private static long size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

package io.aegispcap.platform.captures.flows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Remembers what was asked for last, of things that never change.
final class Recent<K, V> {
  private final Map<K, V> values;

  Recent(int most) {
    values =
        new LinkedHashMap<>(most, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /// Two who ask at once may both make it.
  V get(K key, Function<K, V> maker) {
    return find(key).orElseGet(() -> keep(key, maker.apply(key)));
  }

  private Optional<V> find(K key) {
    synchronized (values) {
      return Optional.ofNullable(values.get(key));
    }
  }

  private V keep(K key, V value) {
    synchronized (values) {
      values.put(key, value);
    }
    return value;
  }
}

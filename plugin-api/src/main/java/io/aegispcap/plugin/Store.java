package io.aegispcap.plugin;

import java.util.Optional;
import java.util.Set;

/// A small map from text to text. Keys and values together may not grow beyond the granted size, in
/// bytes of UTF-8.
public interface Store {
  Optional<String> get(String key);

  /// @throws IllegalStateException when it would grow beyond the granted size; nothing is changed
  void put(String key, String value);

  void remove(String key);

  Set<String> keys();
}

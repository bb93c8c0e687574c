package io.aegispcap.plugin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The names of features in their order, shared by all flows of a run.
public final class FeatureNames {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  public FeatureNames(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < this.names.size(); i++) {
      places.put(this.names.get(i), i);
    }
  }

  public List<String> names() {
    return names;
  }

  /// Where in the order a feature stands, from 0 on.
  public OptionalInt place(String name) {
    Integer place = places.get(name);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }
}

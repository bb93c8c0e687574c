package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonValue;

/// Whether a value is as a comparison wants it.
interface Test {

  /// @param name the name of the property that holds the value
  /// @throws UnmatchableException when the value is broken, so that yes and no would both mislead
  boolean of(String name, JsonValue value) throws UnmatchableException;

  default Test negated() {
    return (name, value) -> !of(name, value);
  }
}

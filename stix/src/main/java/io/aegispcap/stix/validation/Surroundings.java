package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import java.util.Optional;

/// What an object is checked within.
///
/// @param neighbours the other observables by their keys, when it is embedded in observed data
record Surroundings(Optional<JsonObject> neighbours) {

  static final Surroundings NONE = new Surroundings(Optional.empty());

  static Surroundings of(JsonObject neighbours) {
    return new Surroundings(Optional.of(neighbours));
  }

  boolean embedded() {
    return neighbours.isPresent();
  }
}

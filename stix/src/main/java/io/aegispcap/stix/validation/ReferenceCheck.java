package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.Specification;
import java.util.List;
import java.util.Optional;

/// Checks where a reference leads.
///
/// @param targets types of objects, or kinds of them; any object when there are none
record ReferenceCheck(Specification specification, List<String> targets, Surroundings around) {

  void check(String id, Place place, Findings findings) {
    if (around.neighbours().isPresent()
        && around.neighbours().get().find(id).orElse(JsonObject.EMPTY)
            instanceof JsonObject neighbour) {
      neighbour(id, neighbour, place, findings);
      return;
    }
    Optional<StixId> parsed = StixId.find(id);
    if (parsed.isEmpty()) {
      findings.error(
          place,
          "2.9/identifier",
          "'" + id + "' is no identifier",
          "write the type of the object, -- and its UUID");
    } else {
      target(parsed.get().type(), place, findings);
    }
  }

  /// Embedded observables refer to each other by their keys, and may refer to others by
  /// identifiers.
  private void neighbour(String key, JsonObject neighbour, Place place, Findings findings) {
    Optional<String> type = neighbour.text("type");
    if (type.isPresent()) {
      target(type.get(), place, findings);
    } else if (StixId.find(key).isPresent()) {
      target(StixId.of(key).type(), place, findings);
    } else {
      findings.error(
          place,
          "4.14/reference",
          "there is no embedded object '" + key + "'",
          "use the key of an object beside this one");
    }
  }

  private void target(String type, Place place, Findings findings) {
    if (!allowed(type)) {
      findings.error(
          place,
          "2.9/reference",
          "a reference to " + type + " is not allowed here",
          targets.isEmpty() ? "refer to an object" : "refer to " + String.join(" or ", targets));
    }
  }

  private boolean allowed(String type) {
    if (targets.isEmpty()) {
      return !type.equals("bundle");
    }
    Optional<Kind> kind = specification.kind(type);
    return targets.contains(type)
        || kind.map(it -> targets.contains(it.name())).orElseGet(this::anyKind);
  }

  /// Whether whole kinds are allowed, so that custom objects are too.
  private boolean anyKind() {
    return targets.contains("SDO") || targets.contains("SCO") || targets.contains("SRO");
  }
}

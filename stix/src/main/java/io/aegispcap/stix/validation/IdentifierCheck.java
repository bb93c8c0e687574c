package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.object.DeterministicId;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.Specification;
import java.util.Optional;

/// Checks identifiers, section 2.9.
final class IdentifierCheck {

  private static final int BY_CHANCE = 4;
  private static final int BY_NAME = 5;

  private IdentifierCheck() {}

  static void form(String id, String type, Place place, Findings findings) {
    Optional<StixId> parsed = StixId.find(id);
    if (parsed.isEmpty()) {
      findings.error(
          place,
          "2.9/identifier",
          "'" + id + "' is no identifier",
          "write the type, -- and a UUID of RFC 4122");
    } else if (!parsed.get().type().equals(type)) {
      findings.error(
          place,
          "2.9/identifier",
          "the identifier of a " + type + " must begin with " + type + "--",
          "change type or identifier");
    }
  }

  /// That a UUID is of version 4, as all but those of observables should be.
  static void byChance(JsonObject object, Place place, Findings findings) {
    if (object
        .text("id")
        .flatMap(StixId::find)
        .filter(id -> id.uuid().version() != BY_CHANCE)
        .isPresent()) {
      findings.warning(
          place.member("id"), "2.9/uuid", "the UUID should be of version 4", "make a random one");
    }
  }

  /// Which kind of UUID an object should have.
  static void version(
      ObjectDescription description, JsonObject object, Place place, Findings findings) {
    Optional<StixId> id = object.text("id").flatMap(StixId::find);
    if (id.isEmpty()) {
      return;
    }
    int version = id.get().uuid().version();
    Place at = place.member("id");
    if (description.kind() != Kind.SCO) {
      byChance(object, place, findings);
      return;
    }
    Optional<StixId> deterministic = DeterministicId.of(object);
    boolean known = Specification.STIX_2_1.object(description.name()).isPresent();
    if (deterministic.isEmpty() && known && version != BY_CHANCE) {
      findings.error(
          at,
          "2.9/uuid",
          "without contributing properties the UUID must be of version 4",
          "make a random one");
    } else if (deterministic.isPresent() && version != BY_NAME) {
      findings.warning(
          at, "2.9/uuid", "the UUID should be of version 5", "use " + deterministic.get());
    } else if (deterministic.isPresent() && !deterministic.equals(id)) {
      findings.warning(
          at,
          "2.9/uuid",
          "the UUID does not follow from the contributing properties",
          "use " + deterministic.get());
    }
  }
}

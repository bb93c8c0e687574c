package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.Specification;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks an object: its type, each property, and what must hold between them.
final class ObjectCheck {

  private static final Pattern TYPE_NAME = Pattern.compile("(?!.*--)[a-z][a-z0-9-]{2,249}");

  private final Specification specification;
  private final ValueCheck values;
  private final CustomProperties custom;
  private final SpecialChecks special;

  ObjectCheck(Specification specification) {
    this.specification = specification;
    this.custom = new CustomProperties(specification);
    this.values = new ValueCheck(specification, this);
    this.special = new SpecialChecks();
  }

  void check(JsonObject object, Place place, Surroundings around, Findings findings) {
    Optional<String> type = type(object, place, findings);
    if (type.isEmpty()) {
      return;
    }
    Optional<ObjectDescription> known = specification.object(type.get());
    if (known.isEmpty()) {
      checkCustomType(object, type.get(), place, around, findings);
    }
    ObjectDescription description =
        known.orElseGet(() -> CustomObjects.description(object, around));
    properties(description, object, place, around, findings);
    special.check(description, object, place, around, findings);
  }

  private static Optional<String> type(JsonObject object, Place place, Findings findings) {
    Optional<JsonValue> type = object.find("type");
    if (type.isEmpty()) {
      findings.error(place, "3.2/required", "type is missing", "say which object it is");
    } else if (!(type.get() instanceof JsonString)) {
      findings.error(
          place.member("type"),
          "2.14/string",
          "type must be a string, not " + type.get().kind(),
          "write the name of a type in quotes");
    }
    return object.text("type");
  }

  private static void checkCustomType(
      JsonObject object, String type, Place place, Surroundings around, Findings findings) {
    Place at = place.member("type");
    if (!TYPE_NAME.matcher(type).matches()) {
      findings.error(
          at,
          "3.1/type-name",
          "'" + type + "' is no name of a type",
          "use 3 to 250 of a-z, 0-9 and hyphens, beginning with a letter");
    }
    if (!CustomObjects.extended(object)) {
      findings.warning(
          at,
          "11.2/deprecated",
          "'" + type + "' is not of STIX 2.1, and custom objects are deprecated",
          "define it by an extension definition, or use an object of the specification");
      if (!type.startsWith("x-") && !around.embedded()) {
        findings.warning(
            at,
            "11.2/name",
            "the name of a custom object should begin with 'x-'",
            "call it 'x-' and a name of your own");
      }
    }
  }

  /// A structure within an object.
  void structure(
      ObjectDescription description,
      JsonObject object,
      Place place,
      Surroundings around,
      Findings findings) {
    if (object.members().isEmpty()) {
      findings.error(
          place, description.section() + "/empty", "an object is empty", "fill it or leave it out");
      return;
    }
    properties(description, object, place, around, findings);
    StructureChecks.check(description, object, place, findings);
  }

  private void properties(
      ObjectDescription description,
      JsonObject object,
      Place place,
      Surroundings around,
      Findings findings) {
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      Optional<PropertyDescription> property = description.property(member.getKey());
      Place at = place.member(member.getKey());
      if (property.isPresent()) {
        values.property(description, property.get(), member.getValue(), at, around, findings);
      } else {
        custom.check(description, object, member.getKey(), member.getValue(), at, findings);
      }
    }
    for (PropertyDescription property : description.properties().values()) {
      if (property.required() && !object.has(property.name())) {
        findings.error(
            place,
            description.section() + "/required",
            property.name() + " is missing",
            "add the property, which each " + description.name() + " must have");
      }
    }
    new RuleCheck(description, object, place, findings).check();
  }
}

package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.Specification;
import io.aegispcap.stix.specification.Vocabulary;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks the extensions of an object: predefined ones, those of extension definitions, and custom
/// ones of old.
final class ExtensionCheck {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{0,246}-ext");

  private final Specification specification;
  private final ObjectCheck objects;

  ExtensionCheck(Specification specification, ObjectCheck objects) {
    this.specification = specification;
    this.objects = objects;
  }

  void check(
      ObjectDescription description,
      JsonObject extensions,
      Place place,
      Surroundings around,
      Findings findings) {
    for (Map.Entry<String, JsonValue> extension : extensions.members().entrySet()) {
      Place at = place.member(extension.getKey());
      if (extension.getValue() instanceof JsonObject object) {
        one(description, extension.getKey(), object, at, around, findings);
      } else {
        ValueCheck.wrongKind("an object", extension.getValue(), "3.2/extensions", at, findings);
      }
    }
  }

  private void one(
      ObjectDescription description,
      String name,
      JsonObject extension,
      Place place,
      Surroundings around,
      Findings findings) {
    Optional<ObjectDescription> predefined =
        specification.structure(name).filter(it -> it.kind() == Kind.EXTENSION);
    if (predefined.isPresent()) {
      predefined(predefined.get(), description, extension, place, around, findings);
    } else if (name.startsWith("extension-definition--")) {
      defined(name, extension, place, findings);
    } else {
      custom(name, extension, place, findings);
    }
  }

  private void predefined(
      ObjectDescription predefined,
      ObjectDescription description,
      JsonObject extension,
      Place place,
      Surroundings around,
      Findings findings) {
    if (!predefined.extended().equals(description.name())) {
      findings.error(
          place,
          predefined.section() + "/extension",
          predefined.name() + " extends " + predefined.extended() + ", not " + description.name(),
          "put it in an object of that type");
    }
    objects.structure(predefined, extension, place, around, findings);
  }

  private void defined(String name, JsonObject extension, Place place, Findings findings) {
    if (StixId.find(name).isEmpty()) {
      findings.error(
          place,
          "7.3/extension",
          "'" + name + "' is no identifier of an extension definition",
          "write extension-definition-- and a UUID");
    }
    Vocabulary types = specification.vocabulary("extension-type-enum").orElseThrow();
    Optional<String> type = extension.text("extension_type");
    if (type.isEmpty()) {
      findings.error(
          place,
          "7.3/extension-type",
          "extension_type is missing",
          "say which kind of extension it is: " + String.join(", ", types.values()));
    } else if (!types.values().contains(type.get())) {
      findings.error(
          place.member("extension_type"),
          "10.5/enumeration",
          "'" + type.get() + "' is not in extension-type-enum",
          "use one of " + String.join(", ", types.values()));
    }
    AnyValue.check(extension, place, findings);
  }

  private static void custom(String name, JsonObject extension, Place place, Findings findings) {
    if (!NAME.matcher(name).matches()) {
      findings.error(
          place,
          "11.3/extension-name",
          "'" + name + "' is no name of an extension",
          "use up to 250 of a-z, 0-9 and hyphens, ending in -ext");
    }
    if (extension.members().isEmpty()) {
      findings.error(place, "3.2/empty", "an extension is empty", "leave it out");
    }
    AnyValue.check(extension, place, findings);
    findings.warning(
        place,
        "11.3/deprecated",
        "custom extensions such as '" + name + "' are deprecated",
        "describe it by an extension definition");
  }
}

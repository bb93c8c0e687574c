package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.Specification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be said of objects that are not of the specification.
final class CustomObjects {

  private CustomObjects() {}

  /// Whether an extension defines it.
  static boolean extended(JsonObject object) {
    return hasExtension(object, "new-sdo")
        || hasExtension(object, "new-sro")
        || hasExtension(object, "new-sco");
  }

  static boolean hasExtension(JsonObject object, String type) {
    return object.object("extensions").stream()
        .flatMap(extensions -> extensions.members().values().stream())
        .anyMatch(extension -> isOfType(extension, type));
  }

  private static boolean isOfType(JsonValue extension, String type) {
    return extension instanceof JsonObject members
        && members.text("extension_type").equals(Optional.of(type));
  }

  /// The properties common to its kind: that of observables when its extension or its surroundings
  /// make it one.
  static ObjectDescription description(JsonObject object, Surroundings around) {
    boolean observable = around.embedded() || hasExtension(object, "new-sco");
    String model = observable ? "url" : "vulnerability";
    ObjectDescription described = Specification.STIX_2_1.object(model).orElseThrow();
    Map<String, PropertyDescription> common = new LinkedHashMap<>();
    for (PropertyDescription property : described.properties().values()) {
      if (property.common()) {
        common.put(property.name(), property);
      }
    }
    return new ObjectDescription(
        object.text("type").orElse("custom object"),
        observable ? Kind.SCO : Kind.SDO,
        "11.2",
        "",
        common,
        described.rules(),
        List.of());
  }
}

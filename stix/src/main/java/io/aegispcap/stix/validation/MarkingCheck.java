package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.Selector;
import io.aegispcap.stix.object.Tlp;
import io.aegispcap.stix.specification.Specification;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Checks markings, section 7.2.
final class MarkingCheck {

  /// That selectors select something, and no marking marks itself.
  void check(JsonObject object, Place place, Findings findings) {
    List<JsonValue> granular =
        object.array("granular_markings").map(JsonArray::items).orElse(List.of());
    for (int i = 0; i < granular.size(); i++) {
      if (granular.get(i) instanceof JsonObject marking) {
        Place at = place.member("granular_markings").item(i);
        selectors(object, marking, at.member("selectors"), findings);
        itself(object, marking.text("marking_ref"), at.member("marking_ref"), findings);
      }
    }
    List<JsonValue> refs =
        object.array("object_marking_refs").map(JsonArray::items).orElse(List.of());
    for (int i = 0; i < refs.size(); i++) {
      if (refs.get(i) instanceof JsonString(String ref)) {
        itself(object, Optional.of(ref), place.member("object_marking_refs").item(i), findings);
      }
    }
  }

  private static void selectors(
      JsonObject object, JsonObject marking, Place place, Findings findings) {
    List<JsonValue> selectors = marking.array("selectors").map(JsonArray::items).orElse(List.of());
    for (int i = 0; i < selectors.size(); i++) {
      if (selectors.get(i) instanceof JsonString(String selector)
          && Selector.find(selector).flatMap(found -> found.select(object)).isEmpty()) {
        findings.error(
            place.item(i),
            "7.2.3/selectors",
            "'" + selector + "' selects nothing in this object",
            "name a property that is there, items of lists as in labels.[0]");
      }
    }
  }

  private static void itself(
      JsonObject object, Optional<String> ref, Place place, Findings findings) {
    if (ref.isPresent() && ref.equals(object.text("id"))) {
      findings.error(
          place, "7.2.1/circular", "a marking definition must not mark itself", "leave it out");
    }
  }

  void definition(JsonObject object, Place place, Findings findings) {
    Optional<JsonObject> definition = object.object("definition");
    String type = object.text("definition_type").orElse("");
    if (definition.isEmpty()) {
      return;
    }
    Place at = place.member("definition");
    if (Arrays.stream(Tlp.values()).noneMatch(tlp -> tlp.isDefinedBy(object))) {
      findings.warning(
          at,
          "7.2.1/deprecated",
          "definition and definition_type are deprecated",
          "say what the marking means in an extension");
    }
    switch (type) {
      case "statement" -> text(definition.get(), "statement", at, findings);
      case "tlp" -> tlp(object, definition.get(), at, findings);
      default -> {
        // What other types hold is theirs to say.
      }
    }
  }

  private static void text(JsonObject definition, String name, Place place, Findings findings) {
    if (definition.text(name).isEmpty()) {
      findings.error(
          place, "7.2.1.3/required", name + " must be there as a string", "add the " + name);
    }
  }

  /// Only the four instances of the specification are allowed.
  private static void tlp(
      JsonObject object, JsonObject definition, Place place, Findings findings) {
    Optional<String> level = definition.text("tlp");
    List<String> levels = Specification.STIX_2_1.vocabulary("tlp-enum").orElseThrow().values();
    if (level.isEmpty() || !levels.contains(level.get())) {
      findings.error(
          place,
          "7.2.1.4/enumeration",
          "a TLP marking must say one of " + String.join(", ", levels),
          "use one of them, or an extension for TLP 2.0");
      return;
    }
    if (Tlp.ofLevel(level.get()).filter(tlp -> tlp.isDefinedBy(object)).isEmpty()) {
      findings.error(
          place,
          "7.2.1.4/instances",
          "only the TLP marking definitions of the specification may be used",
          "refer to "
              + Tlp.ofLevel(level.get()).map(tlp -> tlp.id().toString()).orElse("one of them"));
    }
  }
}

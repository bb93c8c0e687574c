package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.Tlp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tags of MISP: those of the Traffic Light Protocol are marking definitions that everybody shares,
/// others are labels.
final class MispTags {

  private MispTags() {}

  static List<String> names(JsonObject of) {
    return of.array("Tag").stream()
        .flatMap(JsonArray::objects)
        .flatMap(tag -> tag.text("name").stream())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /// The object with what the tags say.
  ///
  /// @param to is given the marking definitions
  static JsonObject tagged(JsonObject object, List<String> tags, Map<String, JsonValue> to) {
    Set<String> markings = new LinkedHashSet<>();
    List<String> labels =
        new ArrayList<>(object.array("labels").stream().flatMap(JsonArray::texts).toList());
    for (String tag : tags) {
      Optional<Tlp> tlp = tlp(tag);
      if (tlp.isPresent()) {
        String id = tlp.get().id().toString();
        to.put(id, tlp.get().definition().json());
        markings.add(id);
      } else if (!labels.contains(tag)) {
        labels.add(tag);
      }
    }
    JsonObject labelled =
        labels.isEmpty() ? object : object.with("labels", JsonArray.ofTexts(labels));
    return markings.isEmpty()
        ? labelled
        : labelled.with("object_marking_refs", JsonArray.ofTexts(List.copyOf(markings)));
  }

  private static Optional<Tlp> tlp(String tag) {
    String name = tag.toLowerCase(Locale.ROOT);
    if (!name.startsWith("tlp:")) {
      return Optional.empty();
    }
    String level = name.substring("tlp:".length());
    return switch (level) {
      case "clear" -> Optional.of(Tlp.CLEAR_2);
      case "amber+strict" -> Optional.of(Tlp.AMBER_STRICT_2);
      default -> Tlp.ofLevel(level);
    };
  }

  /// The attribute, event or object of MISP with the tags that an object of STIX says.
  static JsonObject with(JsonObject misp, JsonObject object, Map<String, JsonObject> byId) {
    List<JsonValue> tags =
        Stream.concat(markings(object, byId), MispLabels.tags(object).stream())
            .<JsonValue>map(name -> JsonObject.of("name", JsonValue.of(name)))
            .toList();
    return tags.isEmpty() ? misp : misp.with("Tag", new JsonArray(tags));
  }

  private static Stream<String> markings(JsonObject object, Map<String, JsonObject> byId) {
    return object.array("object_marking_refs").stream()
        .flatMap(JsonArray::texts)
        .flatMap(ref -> marking(ref, byId).stream());
  }

  private static Optional<String> marking(String ref, Map<String, JsonObject> byId) {
    return Tlp.ofId(ref)
        .map(tlp -> "tlp:" + tlp.level())
        .or(
            () ->
                Optional.ofNullable(byId.get(ref))
                    .flatMap(definition -> definition.object("definition"))
                    .flatMap(definition -> definition.text("statement")));
  }
}

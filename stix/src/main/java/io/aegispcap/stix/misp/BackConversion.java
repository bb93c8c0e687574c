package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Single objects back to attributes and objects of MISP.
///
/// @param byId all objects of the bundle
record BackConversion(Map<String, JsonObject> byId) {

  static String uuid(JsonObject object) {
    return object.text("id").flatMap(StixId::find).map(id -> id.uuid().toString()).orElse("");
  }

  /// Empty when it is no attribute: referred to by one, or of no meaning to MISP.
  Optional<JsonObject> attribute(JsonObject object) {
    return switch (object.text("type").orElse("")) {
      case "indicator" -> indicator(object);
      case "observed-data" -> observed(object);
      case "vulnerability" ->
          object.text("name").map(name -> attribute(object, "vulnerability", name, false));
      case "x-misp-attribute" ->
          object
              .text("x_misp_type")
              .map(type -> attribute(object, type, object.text("x_misp_value").orElse(""), false));
      default -> Optional.empty();
    };
  }

  private static JsonObject attribute(
      JsonObject object, String type, String value, boolean detection) {
    JsonObject attribute =
        JsonObject.of("uuid", JsonValue.of(uuid(object)))
            .with("type", JsonValue.of(type))
            .with("category", JsonValue.of(category(object)))
            .with("value", JsonValue.of(value))
            .with(
                "to_ids",
                JsonValue.of(
                    MispLabels.find(object, "to_ids").map("True"::equals).orElse(detection)));
    attribute = StixToMisp.time(attribute, object, "modified", "timestamp");
    Optional<String> comment = object.text("description").or(() -> object.text("x_misp_comment"));
    return comment.isPresent() ? attribute.with("comment", JsonValue.of(comment.get())) : attribute;
  }

  private static String category(JsonObject object) {
    return MispLabels.find(object, "category")
        .or(
            () ->
                object.array("kill_chain_phases").stream()
                    .flatMap(JsonArray::objects)
                    .filter(
                        phase -> phase.text("kill_chain_name").equals(Optional.of("misp-category")))
                    .flatMap(phase -> phase.text("phase_name").stream())
                    .findFirst())
        .orElse("Other");
  }

  /// A pattern that no attribute can say stays a pattern, as an attribute of that type.
  private static Optional<JsonObject> indicator(JsonObject object) {
    String pattern = object.text("pattern").orElse("");
    String patternType = object.text("pattern_type").orElse("stix");
    if (!patternType.equals("stix")) {
      return Optional.of(attribute(object, patternType, pattern, true));
    }
    return Optional.of(
        patternValues(pattern)
            .flatMap(values -> typed(object, values, true))
            .orElseGet(() -> attribute(object, "stix2-pattern", pattern, true)));
  }

  private static Optional<Map<ObjectPath, Constant>> patternValues(String pattern) {
    try {
      return Mapping.values(Pattern.parse(pattern));
    } catch (PatternSyntaxException broken) {
      return Optional.empty();
    }
  }

  /// By the type that a label names, else by the first whose paths are just these.
  private static Optional<JsonObject> typed(
      JsonObject object, Map<ObjectPath, Constant> values, boolean detection) {
    Set<String> candidates = new LinkedHashSet<>();
    MispLabels.find(object, "type").ifPresent(candidates::add);
    candidates.addAll(Mappings.ALL.attributes().keySet());
    for (String type : candidates) {
      Optional<Mapping> mapping = Mappings.ALL.attribute(type);
      Optional<String> value = mapping.flatMap(it -> it.value(values));
      if (value.isPresent()
          && mapping
              .flatMap(it -> it.values(Mapping.parts(type, value.get())))
              .equals(Optional.of(values))) {
        return Optional.of(attribute(object, type, value.get(), detection));
      }
    }
    return Optional.empty();
  }

  private Optional<JsonObject> observed(JsonObject object) {
    for (String type : observedTypes(object)) {
      Optional<Mapping> mapping = Mappings.ALL.attribute(type);
      Optional<JsonObject> root =
          mapping.flatMap(it -> root(object, it.assignments().getFirst().path().type()));
      if (root.isPresent()) {
        Map<ObjectPath, Constant> values = read(root.get(), paths(mapping.get()));
        Optional<String> value = mapping.get().value(values);
        if (value.isPresent()) {
          return Optional.of(attribute(object, type, value.get(), false));
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> observedTypes(JsonObject object) {
    Optional<String> labelled = MispLabels.find(object, "type");
    return labelled.isPresent()
        ? Set.of(labelled.get())
        : new LinkedHashSet<>(Mappings.ALL.attributes().keySet());
  }

  private static List<ObjectPath> paths(Mapping mapping) {
    return mapping.assignments().stream().map(Assignment::path).toList();
  }

  private Optional<JsonObject> root(JsonObject observed, String type) {
    return observed.array("object_refs").stream()
        .flatMap(JsonArray::texts)
        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
        .filter(object -> object.text("type").equals(Optional.of(type)))
        .reduce((first, last) -> last);
  }

  private Map<ObjectPath, Constant> read(JsonObject root, List<ObjectPath> paths) {
    Map<ObjectPath, Constant> values = new LinkedHashMap<>();
    for (ObjectPath path : paths) {
      ObservableGraph.read(root, path, byId)
          .flatMap(BackConversion::constant)
          .ifPresent(constant -> values.put(path, constant));
    }
    return values;
  }

  private static Optional<Constant> constant(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(new Constant.Text(text));
      case JsonNumber number -> Optional.of(new Constant.Numeric(number.exact()));
      default -> Optional.empty();
    };
  }

  /// Empty when it was no object of MISP.
  Optional<JsonObject> object(JsonObject object) {
    if (object.text("type").equals(Optional.of("x-misp-object"))) {
      return object.object("x_misp_object");
    }
    Optional<String> name = MispLabels.find(object, "name");
    Map<String, ObjectPath> relations = name.map(Mappings.ALL::object).orElse(Map.of());
    if (relations.isEmpty()) {
      return Optional.empty();
    }
    Map<ObjectPath, Constant> values =
        object.has("pattern")
            ? patternValues(object.text("pattern").orElse("")).orElse(Map.of())
            : root(object, relations.values().iterator().next().type())
                .map(root -> read(root, List.copyOf(relations.values())))
                .orElse(Map.of());
    return Optional.of(mispObject(object, name.orElse(""), relations, values));
  }

  private static JsonObject mispObject(
      JsonObject object,
      String name,
      Map<String, ObjectPath> relations,
      Map<ObjectPath, Constant> values) {
    List<JsonValue> attributes = new ArrayList<>();
    boolean detection = MispLabels.find(object, "to_ids").equals(Optional.of("True"));
    relations.forEach(
        (relation, path) -> {
          Constant value = values.get(path);
          if (value != null) {
            attributes.add(
                JsonObject.of("object_relation", JsonValue.of(relation))
                    .with("value", JsonValue.of(Mapping.text(value)))
                    .with("to_ids", JsonValue.of(detection)));
          }
        });
    JsonObject start =
        JsonObject.of("name", JsonValue.of(name))
            .with("uuid", JsonValue.of(uuid(object)))
            .with(
                "meta-category",
                JsonValue.of(MispLabels.find(object, "meta-category").orElse("misc")));
    return StixToMisp.time(start, object, "modified", "timestamp")
        .with("Attribute", new JsonArray(attributes));
  }
}

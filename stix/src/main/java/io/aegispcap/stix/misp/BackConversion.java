package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Single objects back to attributes and objects of MISP.
///
/// @param byId all objects of the bundle
record BackConversion(Map<String, JsonObject> byId) {

  /// What of an object of MISP stands where in a custom object.
  private static final List<Map.Entry<String, String>> CUSTOM =
      List.of(
          Map.entry("x_misp_name", "name"),
          Map.entry("x_misp_meta_category", "meta-category"),
          Map.entry("x_misp_comment", "comment"),
          Map.entry("x_misp_attributes", "Attribute"));

  static String uuid(JsonObject object) {
    return object.text("id").flatMap(StixId::find).map(id -> id.uuid().toString()).orElse("");
  }

  /// Empty when it is no attribute: referred to by one, or of no meaning to MISP.
  List<JsonObject> attributes(JsonObject object) {
    Optional<String> name = object.text("name");
    List<JsonObject> made =
        switch (object.text("type").orElse("")) {
          case "indicator" -> indicator(object);
          case "observed-data" -> observed(object).stream().toList();
          case "vulnerability" ->
              name.map(it -> attribute(object, "vulnerability", it, false)).stream().toList();
          case "campaign" ->
              name.map(it -> attribute(object, "campaign-name", it, false)).stream().toList();
          case "x-misp-attribute" -> custom(object).stream().toList();
          default -> List.of();
        };
    return made.stream().map(attribute -> MispTags.with(attribute, object, byId)).toList();
  }

  private static Optional<JsonObject> custom(JsonObject object) {
    return object
        .text("x_misp_type")
        .map(type -> attribute(object, type, object.text("x_misp_value").orElse(""), false))
        .map(
            attribute ->
                object
                    .find("x_misp_data")
                    .map(data -> attribute.with("data", data))
                    .orElse(attribute));
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
    attribute = seen(attribute, object);
    Optional<String> comment = object.text("description").or(() -> object.text("x_misp_comment"));
    return comment.isPresent() ? attribute.with("comment", JsonValue.of(comment.get())) : attribute;
  }

  private static JsonObject attribute(
      JsonObject object, String type, Reading.Said said, boolean detection) {
    JsonObject attribute = attribute(object, type, said.value(), detection);
    return said.data().map(data -> attribute.with("data", JsonValue.of(data))).orElse(attribute);
  }

  /// When it was seen, where that is not when it was written down.
  private static JsonObject seen(JsonObject attribute, JsonObject object) {
    Optional<StixTimestamp> first = time(object, "first_observed", "valid_from");
    Optional<StixTimestamp> last = time(object, "last_observed", "valid_until");
    JsonObject seen =
        first
            .filter(it -> !it.equals(time(object, "modified", "created").orElse(it)))
            .map(it -> attribute.with("first_seen", JsonValue.of(MispTime.seen(it))))
            .orElse(attribute);
    return last.filter(it -> !it.equals(first.orElse(it)) || first.isEmpty())
        .map(it -> seen.with("last_seen", JsonValue.of(MispTime.seen(it))))
        .orElse(seen);
  }

  private static Optional<StixTimestamp> time(JsonObject object, String name, String otherwise) {
    return object.text(name).or(() -> object.text(otherwise)).flatMap(StixTimestamp::find);
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

  /// A pattern that no attribute can say stays a pattern, as an attribute of that type; one of
  /// alternatives becomes an attribute for each.
  private static List<JsonObject> indicator(JsonObject object) {
    String pattern = object.text("pattern").orElse("");
    String patternType = object.text("pattern_type").orElse("stix");
    if (!patternType.equals("stix")) {
      return List.of(attribute(object, patternType, pattern, true));
    }
    JsonObject whole = attribute(object, "stix2-pattern", pattern, true);
    Optional<Pattern> read = pattern(pattern);
    if (read.isEmpty()) {
      return List.of(whole);
    }
    List<Pattern> alternatives = Mapping.alternatives(read.get());
    List<JsonObject> attributes = new ArrayList<>();
    for (Pattern alternative : alternatives) {
      Mapping.values(alternative)
          .flatMap(values -> typed(object, values, true))
          .ifPresent(attributes::add);
    }
    if (attributes.size() < alternatives.size()) {
      return List.of(whole);
    }
    return attributes.size() == 1
        ? attributes
        : attributes.stream().map(BackConversion::ownUuid).toList();
  }

  /// One of several attributes of an object, named by what it says.
  private static JsonObject ownUuid(JsonObject attribute) {
    String name =
        attribute.text("uuid").orElse("")
            + attribute.text("type").orElse("")
            + attribute.text("value").orElse("");
    UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return attribute.with("uuid", JsonValue.of(uuid.toString()));
  }

  private static Optional<Pattern> pattern(String text) {
    try {
      return Optional.of(Pattern.parse(text));
    } catch (PatternSyntaxException broken) {
      return Optional.empty();
    }
  }

  private static Optional<Map<ObjectPath, Constant>> patternValues(String pattern) {
    return pattern(pattern).flatMap(Mapping::values);
  }

  /// By the type that a label names, else by the first whose paths are just these.
  private static Optional<JsonObject> typed(
      JsonObject object, Map<ObjectPath, Constant> values, boolean detection) {
    return readings(object)
        .flatMap(
            reading ->
                reading.read(values).stream()
                    .map(said -> attribute(object, reading.type(), said, detection)))
        .findFirst();
  }

  /// First those of the type that a label names.
  private static Stream<Reading> readings(JsonObject object) {
    String labelled = MispLabels.find(object, "type").orElse("");
    return Stream.concat(
        Mappings.ALL.readings().stream().filter(reading -> reading.type().equals(labelled)),
        Mappings.ALL.readings().stream());
  }

  private Optional<JsonObject> observed(JsonObject object) {
    Optional<String> labelled = MispLabels.find(object, "type");
    return Mappings.ALL.readings().stream()
        .filter(reading -> labelled.map(reading.type()::equals).orElse(true))
        .sorted(Comparator.comparing((Reading reading) -> !reading.withData()))
        .flatMap(reading -> observed(object, reading).stream())
        .findFirst();
  }

  private Optional<JsonObject> observed(JsonObject object, Reading reading) {
    return root(object, reading.mapping().assignments().getFirst().path().type())
        .map(root -> read(root, paths(reading.mapping())))
        .flatMap(reading::said)
        .map(said -> attribute(object, reading.type(), said, false));
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
      return Optional.of(customObject(object));
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

  private static JsonObject customObject(JsonObject object) {
    JsonObject made = object.object("x_misp_object").orElse(JsonObject.EMPTY);
    for (Map.Entry<String, String> each : CUSTOM) {
      Optional<JsonValue> value = object.find(each.getKey());
      made = value.isPresent() ? made.with(each.getValue(), value.get()) : made;
    }
    made = made.has("uuid") ? made : made.with("uuid", JsonValue.of(uuid(object)));
    return made.has("timestamp") ? made : StixToMisp.time(made, object, "modified", "timestamp");
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

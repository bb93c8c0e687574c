package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonBoolean;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The conversion of one event: what it has become so far.
///
/// @param objects by their identifiers, in the order in which they were made
record Conversion(
    Supplier<UUID> ids,
    Optional<String> creator,
    StixTimestamp eventTime,
    Map<String, JsonValue> objects) {

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");
  private static final Set<String> OTHER_PATTERNS = Set.of("snort", "yara", "sigma", "suricata");
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-(?:0\\d{3}|[1-9]\\d{3,})");

  static boolean isUuid(String text) {
    return UUID_FORM.matcher(text).matches();
  }

  String uuid(JsonObject of) {
    return of.text("uuid").filter(Conversion::isUuid).orElseGet(() -> ids.get().toString());
  }

  static JsonObject begin(String type, String id, StixTimestamp time, Optional<String> creator) {
    JsonObject start =
        JsonObject.EMPTY
            .with("type", JsonValue.of(type))
            .with("spec_version", JsonValue.of("2.1"))
            .with("id", JsonValue.of(id))
            .with("created", JsonValue.of(time.toString()))
            .with("modified", JsonValue.of(time.toString()));
    return creator.map(by -> start.with("created_by_ref", JsonValue.of(by))).orElse(start);
  }

  JsonObject begin(String type, JsonObject of) {
    StixTimestamp time = MispTime.of(of, "timestamp").orElse(eventTime);
    JsonObject start = begin(type, type + "--" + uuid(of), time, creator);
    return of.text("comment")
        .filter(comment -> !comment.isEmpty() && !type.startsWith("observed"))
        .map(comment -> start.with("description", JsonValue.of(comment)))
        .orElse(start);
  }

  private String add(JsonObject object) {
    String id = object.text("id").orElse("");
    objects.put(id, object);
    return id;
  }

  /// Adds what something of MISP became, with its tags.
  private String add(JsonObject of, JsonObject object) {
    return add(MispTags.tagged(object, MispTags.names(of), objects));
  }

  /// Content that would make invalid STIX, such as a hash of the wrong length, is kept as MISP has
  /// it.
  ///
  /// @return the identifiers of what it became
  List<String> attribute(JsonObject attribute) {
    String type = attribute.text("type").orElse("");
    String value = attribute.text("value").orElse("");
    return tried(
        trial -> trial.translated(attribute), () -> add(attribute, custom(attribute, type, value)));
  }

  /// @param otherwise adds what is made when the translation is no valid STIX
  List<String> tried(Function<Conversion, List<String>> translation, Supplier<String> otherwise) {
    Conversion trial = new Conversion(ids, creator, eventTime, new LinkedHashMap<>());
    List<String> refs = translation.apply(trial);
    Validator validator = new Validator();
    if (trial.objects.values().stream().allMatch(made -> validator.validate(made).valid())) {
      objects.putAll(trial.objects);
      return refs;
    }
    return List.of(otherwise.get());
  }

  private List<String> translated(JsonObject attribute) {
    String type = attribute.text("type").orElse("");
    String value = attribute.text("value").orElse("");
    if (OTHER_PATTERNS.contains(type)) {
      return List.of(add(attribute, indicator(attribute, labels(attribute, type), value, type)));
    }
    if (type.equals("vulnerability")) {
      return List.of(add(attribute, vulnerability(attribute, type, value)));
    }
    if (type.equals("campaign-name")) {
      return List.of(add(attribute, named("campaign", attribute, type, value)));
    }
    Optional<Map<ObjectPath, Constant>> values = values(attribute, type, value);
    return values.filter(all -> isForDetection(attribute) || isObservable(all)).isPresent()
        ? mapped(attribute, labels(attribute, type), values.get(), isForDetection(attribute))
        : List.of(add(attribute, custom(attribute, type, value)));
  }

  private static Optional<Map<ObjectPath, Constant>> values(
      JsonObject attribute, String type, String value) {
    Optional<String> data = attribute.text("data").filter(text -> !text.isEmpty());
    Optional<Mapping> withData = data.flatMap(text -> Mappings.ALL.attribute(type, true));
    return withData.isPresent()
        ? withData.get().values(Mapping.parts(type, value, data))
        : Mappings.ALL
            .attribute(type, false)
            .flatMap(mapping -> mapping.values(Mapping.parts(type, value, Optional.empty())));
  }

  /// Network traffic without an address on either side is no object of its own.
  private static boolean isObservable(Map<ObjectPath, Constant> values) {
    return values.keySet().stream().noneMatch(path -> path.type().equals("network-traffic"))
        || values.keySet().stream().anyMatch(Conversion::isEndpoint);
  }

  private static boolean isEndpoint(ObjectPath path) {
    return path.steps().getFirst() instanceof ObjectPath.Key(String name)
        && (name.equals("src_ref") || name.equals("dst_ref"));
  }

  private static boolean isForDetection(JsonObject attribute) {
    return attribute.truth("to_ids").orElse(false);
  }

  private static List<String> labels(JsonObject attribute, String type) {
    return List.of(
        MispLabels.of("type", type),
        MispLabels.of("category", attribute.text("category").orElse("Other")),
        MispLabels.of("to_ids", isForDetection(attribute) ? "True" : "False"));
  }

  private List<String> mapped(
      JsonObject of, List<String> labels, Map<ObjectPath, Constant> values, boolean detection) {
    if (detection) {
      return List.of(add(of, indicator(of, labels, Mapping.pattern(values).toString(), "stix")));
    }
    List<String> refs = new ArrayList<>();
    ObservableGraph.make(values, ids).forEach(observable -> refs.add(add(observable)));
    JsonObject start = begin("observed-data", of).with("labels", MispLabels.of(labels));
    StixTimestamp time = MispTime.of(of, "timestamp").orElse(eventTime);
    StixTimestamp first = MispTime.seen(of, "first_seen").orElse(time);
    StixTimestamp last = MispTime.seen(of, "last_seen").orElse(first);
    refs.add(
        0,
        add(
            of,
            comment(of, start)
                .with("first_observed", JsonValue.of(first.toString()))
                .with("last_observed", JsonValue.of(last.toString()))
                .with("number_observed", JsonValue.of(1))
                .with("object_refs", JsonArray.ofTexts(List.copyOf(refs)))));
    return refs;
  }

  /// Observed data has no description.
  private static JsonObject comment(JsonObject of, JsonObject start) {
    return of.text("comment")
        .filter(comment -> !comment.isEmpty())
        .map(comment -> start.with("x_misp_comment", JsonValue.of(comment)))
        .orElse(start);
  }

  private JsonObject indicator(
      JsonObject of, List<String> labels, String pattern, String patternType) {
    JsonObject start = begin("indicator", of).with("labels", MispLabels.of(labels));
    StixTimestamp time = MispTime.of(of, "timestamp").orElse(eventTime);
    StixTimestamp from = MispTime.seen(of, "first_seen").orElse(time);
    JsonObject indicator =
        start
            .with("pattern", JsonValue.of(pattern))
            .with("pattern_type", JsonValue.of(patternType));
    if (patternType.equals("stix")) {
      indicator = indicator.with("pattern_version", JsonValue.of("2.1"));
    }
    indicator = indicator.with("valid_from", JsonValue.of(from.toString()));
    Optional<StixTimestamp> until =
        MispTime.seen(of, "last_seen").filter(last -> last.compareTo(from) > 0);
    if (until.isPresent()) {
      indicator = indicator.with("valid_until", JsonValue.of(until.get().toString()));
    }
    return phased(of, indicator);
  }

  private static JsonObject phased(JsonObject of, JsonObject indicator) {
    return of.text("category")
        .or(() -> of.text("meta-category"))
        .map(
            category ->
                indicator.with(
                    "kill_chain_phases",
                    new JsonArray(
                        List.of(
                            JsonObject.of("kill_chain_name", JsonValue.of("misp-category"))
                                .with("phase_name", JsonValue.of(category))))))
        .orElse(indicator);
  }

  private JsonObject vulnerability(JsonObject attribute, String type, String value) {
    JsonObject vulnerability = named("vulnerability", attribute, type, value);
    if (!CVE.matcher(value).matches()) {
      return vulnerability;
    }
    return vulnerability.with(
        "external_references",
        new JsonArray(
            List.of(
                JsonObject.of("source_name", JsonValue.of("cve"))
                    .with("external_id", JsonValue.of(value)))));
  }

  private JsonObject named(String stixType, JsonObject attribute, String type, String value) {
    return begin(stixType, attribute)
        .with("labels", MispLabels.of(labels(attribute, type)))
        .with("name", JsonValue.of(value));
  }

  private JsonObject custom(JsonObject attribute, String type, String value) {
    JsonObject custom = described(attribute, type, value);
    return attribute
        .text("data")
        .map(data -> custom.with("x_misp_data", JsonValue.of(data)))
        .orElse(custom);
  }

  private JsonObject described(JsonObject attribute, String type, String value) {
    return comment(attribute, begin("x-misp-attribute", attribute).without("description"))
        .with("labels", MispLabels.of(labels(attribute, type)))
        .with("x_misp_type", JsonValue.of(type))
        .with("x_misp_category", JsonValue.of(attribute.text("category").orElse("Other")))
        .with("x_misp_value", JsonValue.of(value));
  }

  /// @return the identifiers of what it became
  List<String> object(JsonObject object) {
    return tried(
        trial -> trial.translatedObject(object),
        () -> add(object, customObject(object, object.text("name").orElse(""))));
  }

  private List<String> translatedObject(JsonObject object) {
    String name = object.text("name").orElse("");
    Map<String, ObjectPath> relations = Mappings.ALL.object(name);
    Map<ObjectPath, Constant> values = new LinkedHashMap<>();
    boolean detection = false;
    for (JsonObject attribute :
        object.array("Attribute").stream().flatMap(JsonArray::objects).toList()) {
      ObjectPath path = relations.get(attribute.text("object_relation").orElse(""));
      String value = attribute.text("value").orElse("");
      if (path == null || values.put(path, Mapping.constant(path, value)) != null) {
        return List.of(add(object, customObject(object, name)));
      }
      detection |= isForDetection(attribute);
    }
    if (values.isEmpty() || !detection && !isObservable(values)) {
      return List.of(add(object, customObject(object, name)));
    }
    List<String> labels =
        List.of(
            MispLabels.of("name", name),
            MispLabels.of("meta-category", object.text("meta-category").orElse("misc")),
            MispLabels.of("to_ids", detection ? "True" : "False"));
    return mapped(object, labels, values, detection);
  }

  private JsonObject customObject(JsonObject object, String name) {
    String category = object.text("meta-category").orElse("misc");
    JsonObject custom =
        comment(object, begin("x-misp-object", object).without("description"))
            .with(
                "labels",
                MispLabels.of(
                    List.of(MispLabels.of("name", name), MispLabels.of("meta-category", category))))
            .with("x_misp_name", JsonValue.of(name))
            .with("x_misp_meta_category", JsonValue.of(category));
    List<JsonValue> attributes =
        object.array("Attribute").stream()
            .flatMap(JsonArray::objects)
            .map(Conversion::plain)
            .filter(attribute -> !attribute.members().isEmpty())
            .<JsonValue>map(attribute -> attribute)
            .toList();
    JsonObject filled =
        attributes.isEmpty() ? custom : custom.with("x_misp_attributes", new JsonArray(attributes));
    JsonObject rest = plain(object);
    for (String said : List.of("name", "meta-category", "comment", "uuid", "timestamp")) {
      rest = rest.without(said);
    }
    return rest.members().isEmpty() ? filled : filled.with("x_misp_object", rest);
  }

  /// What can stand in a custom property: no null, and nothing that may hide one.
  private static JsonObject plain(JsonObject object) {
    Map<String, JsonValue> plain = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonString
                  || value instanceof JsonNumber
                  || value instanceof JsonBoolean) {
                plain.put(name, value);
              }
            });
    return new JsonObject(plain);
  }

  /// What an event without any content refers to.
  ///
  /// @param container refers to the note
  String note(JsonObject event, String container) {
    return add(
        begin("note", "note--" + uuid(event), eventTime, creator)
            .with(
                "content",
                JsonValue.of(
                    "This MISP Event is empty and contains no attribute, object, galaxy or tag."))
            .with("object_refs", JsonArray.ofTexts(List.of(container))));
  }
}

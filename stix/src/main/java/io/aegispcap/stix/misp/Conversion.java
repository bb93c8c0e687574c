package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
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

  private JsonObject begin(String type, JsonObject of) {
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

  /// Content that would make invalid STIX, such as a hash of the wrong length, is kept as MISP has
  /// it.
  ///
  /// @return the identifiers of what it became
  List<String> attribute(JsonObject attribute) {
    String type = attribute.text("type").orElse("");
    String value = attribute.text("value").orElse("");
    return tried(trial -> trial.translated(attribute), () -> custom(attribute, type, value));
  }

  private List<String> tried(
      Function<Conversion, List<String>> translation, Supplier<JsonObject> otherwise) {
    Conversion trial = new Conversion(ids, creator, eventTime, new LinkedHashMap<>());
    List<String> refs = translation.apply(trial);
    Validator validator = new Validator();
    if (trial.objects.values().stream().allMatch(made -> validator.validate(made).valid())) {
      objects.putAll(trial.objects);
      return refs;
    }
    return List.of(add(otherwise.get()));
  }

  private List<String> translated(JsonObject attribute) {
    String type = attribute.text("type").orElse("");
    String value = attribute.text("value").orElse("");
    if (OTHER_PATTERNS.contains(type)) {
      return List.of(add(indicator(attribute, labels(attribute, type), value, type)));
    }
    if (type.equals("vulnerability") && CVE.matcher(value).matches()) {
      return List.of(add(vulnerability(attribute, type, value)));
    }
    Optional<Map<ObjectPath, Constant>> values =
        Mappings.ALL.attribute(type).flatMap(mapping -> mapping.values(Mapping.parts(type, value)));
    return values.filter(all -> isForDetection(attribute) || isObservable(all)).isPresent()
        ? mapped(attribute, labels(attribute, type), values.get(), isForDetection(attribute))
        : List.of(add(custom(attribute, type, value)));
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
      return List.of(add(indicator(of, labels, Mapping.pattern(values).toString(), "stix")));
    }
    List<String> refs = new ArrayList<>();
    ObservableGraph.make(values, ids).forEach(observable -> refs.add(add(observable)));
    JsonObject start = begin("observed-data", of).with("labels", MispLabels.of(labels));
    JsonValue time = start.find("modified").orElseThrow();
    refs.add(
        0,
        add(
            comment(of, start)
                .with("first_observed", time)
                .with("last_observed", time)
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
    JsonObject indicator =
        start
            .with("pattern", JsonValue.of(pattern))
            .with("pattern_type", JsonValue.of(patternType))
            .with("valid_from", start.find("modified").orElseThrow());
    return of.text("category")
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
    return begin("vulnerability", attribute)
        .with("labels", MispLabels.of(labels(attribute, type)))
        .with("name", JsonValue.of(value))
        .with(
            "external_references",
            new JsonArray(
                List.of(
                    JsonObject.of("source_name", JsonValue.of("cve"))
                        .with("external_id", JsonValue.of(value)))));
  }

  private JsonObject custom(JsonObject attribute, String type, String value) {
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
        () -> customObject(object, object.text("name").orElse("")));
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
      if (path == null || values.put(path, constant(path, value)) != null) {
        return List.of(add(customObject(object, name)));
      }
      detection |= isForDetection(attribute);
    }
    if (values.isEmpty() || !detection && !isObservable(values)) {
      return List.of(add(customObject(object, name)));
    }
    List<String> labels =
        List.of(
            MispLabels.of("name", name),
            MispLabels.of("meta-category", object.text("meta-category").orElse("misc")),
            MispLabels.of("to_ids", detection ? "True" : "False"));
    return mapped(object, labels, values, detection);
  }

  private static final Set<String> WHOLE_NUMBERS = Set.of("size", "dst_port", "src_port", "number");

  private static Constant constant(ObjectPath path, String value) {
    boolean whole =
        path.steps().getLast() instanceof ObjectPath.Key(String name)
            && WHOLE_NUMBERS.contains(name)
            && value.matches("\\d{1,15}");
    return whole ? new Constant.Numeric(new java.math.BigDecimal(value)) : new Constant.Text(value);
  }

  private JsonObject customObject(JsonObject object, String name) {
    return begin("x-misp-object", object)
        .without("description")
        .with("labels", MispLabels.of(List.of(MispLabels.of("name", name))))
        .with("x_misp_name", JsonValue.of(name))
        .with("x_misp_object", object);
  }

  String marking(JsonObject definition) {
    return add(definition);
  }

  String statement(String tag) {
    UUID uuid = UUID.nameUUIDFromBytes(tag.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return add(
        begin("marking-definition", "marking-definition--" + uuid, eventTime, Optional.empty())
            .without("modified")
            .with("definition_type", JsonValue.of("statement"))
            .with("definition", JsonObject.of("statement", JsonValue.of(tag))));
  }

  /// What an event without any content refers to.
  String note(JsonObject event) {
    String id = "note--" + ids.get();
    return add(
        begin("note", id, eventTime, creator)
            .with("content", JsonValue.of("This event has no attributes."))
            .with("object_refs", JsonArray.ofTexts(List.of("grouping--" + uuid(event)))));
  }
}

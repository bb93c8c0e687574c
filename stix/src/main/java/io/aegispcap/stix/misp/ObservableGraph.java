package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.DeterministicId;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Observables made from what stands at which path, and read again by the same paths.
final class ObservableGraph {

  private static final Map<String, String> REFERRED =
      Map.of(
          "from_ref", "email-addr",
          "to_refs", "email-addr",
          "cc_refs", "email-addr",
          "bcc_refs", "email-addr",
          "body_raw_ref", "file",
          "content_ref", "artifact",
          "image_ref", "file",
          "parent_ref", "process",
          "parent_directory_ref", "directory");

  private final Supplier<UUID> ids;
  private final List<JsonObject> made = new ArrayList<>();

  private ObservableGraph(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /// The observables, those referred to before those that refer to them; the root is the last.
  static List<JsonObject> make(Map<ObjectPath, Constant> values, Supplier<UUID> ids) {
    ObservableGraph graph = new ObservableGraph(ids);
    String type = values.keySet().iterator().next().type();
    Map<List<ObjectPath.Step>, JsonValue> bySteps = new LinkedHashMap<>();
    values.forEach((path, constant) -> bySteps.put(path.steps(), Assignment.asJson(constant)));
    graph.add(type, bySteps);
    return graph.made;
  }

  private String add(String type, Map<List<ObjectPath.Step>, JsonValue> bySteps) {
    JsonObject members = members(bySteps);
    JsonObject object =
        JsonObject.EMPTY.with("type", JsonValue.of(type)).with("spec_version", JsonValue.of("2.1"));
    for (Map.Entry<String, JsonValue> member : completed(type, members).members().entrySet()) {
      object = object.with(member.getKey(), member.getValue());
    }
    String id =
        DeterministicId.of(object).map(Object::toString).orElseGet(() -> type + "--" + ids.get());
    made.add(object.with("id", JsonValue.of(id)));
    return id;
  }

  /// What STIX asks for and MISP does not say.
  private static JsonObject completed(String type, JsonObject members) {
    return switch (type) {
      case "network-traffic" -> members.with("protocols", JsonArray.ofTexts(List.of("tcp")));
      case "email-message" ->
          members.with("is_multipart", JsonValue.of(members.has("body_multipart")));
      default -> members;
    };
  }

  /// The members of an object or structure, from values by the steps that lead to them.
  private JsonObject members(Map<List<ObjectPath.Step>, JsonValue> bySteps) {
    Map<String, Map<List<ObjectPath.Step>, JsonValue>> byName = new LinkedHashMap<>();
    bySteps.forEach(
        (steps, value) -> {
          if (steps.getFirst() instanceof ObjectPath.Key(String name)) {
            byName
                .computeIfAbsent(name, key -> new LinkedHashMap<>())
                .put(steps.subList(1, steps.size()), value);
          }
        });
    Map<String, JsonValue> members = new LinkedHashMap<>();
    byName.forEach((name, inner) -> members.put(name, member(name, inner)));
    return new JsonObject(members);
  }

  private JsonValue member(String name, Map<List<ObjectPath.Step>, JsonValue> inner) {
    JsonValue direct = inner.get(List.<ObjectPath.Step>of());
    if (direct != null) {
      return direct;
    }
    List<ObjectPath.Step> first = inner.keySet().iterator().next();
    if (first.getFirst() instanceof ObjectPath.AnyItem) {
      Map<List<ObjectPath.Step>, JsonValue> item = new LinkedHashMap<>();
      inner.forEach((steps, value) -> item.put(steps.subList(1, steps.size()), value));
      return new JsonArray(List.of(member(name, item)));
    }
    return name.endsWith("_ref") || name.endsWith("_refs")
        ? reference(name, inner)
        : members(inner);
  }

  private JsonValue reference(String name, Map<List<ObjectPath.Step>, JsonValue> inner) {
    Map<List<ObjectPath.Step>, JsonValue> members = new LinkedHashMap<>(inner);
    JsonValue type = members.remove(List.<ObjectPath.Step>of(new ObjectPath.Key("type")));
    String known = type == null ? REFERRED.getOrDefault(name, address(inner)) : text(type);
    return JsonValue.of(add(known, members));
  }

  private static String address(Map<List<ObjectPath.Step>, JsonValue> inner) {
    return inner.values().stream()
        .flatMap(value -> Assignment.addressType(text(value)).stream())
        .findFirst()
        .orElse("domain-name");
  }

  private static String text(JsonValue value) {
    return value instanceof io.aegispcap.stix.json.JsonString(String text) ? text : value.toJson();
  }

  /// What stands at the path, of a root or what it refers to; the first where there are several.
  static Optional<JsonValue> read(JsonObject root, ObjectPath path, Map<String, JsonObject> byId) {
    Optional<JsonValue> value = Optional.of(root);
    for (ObjectPath.Step step : path.steps()) {
      value = value.flatMap(from -> step(referent(from, byId), step));
    }
    return value;
  }

  private static JsonValue referent(JsonValue value, Map<String, JsonObject> byId) {
    JsonObject object = byId.get(text(value));
    return object == null ? value : object;
  }

  private static Optional<JsonValue> step(JsonValue from, ObjectPath.Step step) {
    return switch (step) {
      case ObjectPath.Key(String name) ->
          from instanceof JsonObject object ? object.find(name) : Optional.empty();
      case ObjectPath.Index(int index) -> item(from, index);
      case ObjectPath.AnyItem any -> item(from, 0);
    };
  }

  private static Optional<JsonValue> item(JsonValue from, int index) {
    return from instanceof JsonArray(List<JsonValue> items) && index < items.size()
        ? Optional.of(items.get(index))
        : Optional.empty();
  }
}

package io.aegispcap.stix.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Members by name, in their order.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public static JsonObject of(String name, JsonValue value) {
    return new JsonObject(Map.of(name, value));
  }

  public Optional<JsonValue> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// The member, when it is a string.
  public Optional<String> text(String name) {
    return members.get(name) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The member, when it is an object.
  public Optional<JsonObject> object(String name) {
    return members.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /// The member, when it is a list.
  public Optional<JsonArray> array(String name) {
    return members.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
  }

  /// The member, when it is a number.
  public Optional<JsonNumber> number(String name) {
    return members.get(name) instanceof JsonNumber number ? Optional.of(number) : Optional.empty();
  }

  /// The member, when it is true or false.
  public Optional<Boolean> truth(String name) {
    return members.get(name) instanceof JsonBoolean(boolean truth)
        ? Optional.of(truth)
        : Optional.empty();
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// The same with one member set: in its place when it was there, else at the end.
  public JsonObject with(String name, JsonValue value) {
    Map<String, JsonValue> changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return new JsonObject(changed);
  }

  public JsonObject without(String name) {
    Map<String, JsonValue> changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return new JsonObject(changed);
  }

  @Override
  public String kind() {
    return "an object";
  }
}

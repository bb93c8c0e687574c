package io.aegispcap.stix.json;

import java.util.List;
import java.util.stream.Stream;

/// Items in their order.
public record JsonArray(List<JsonValue> items) implements JsonValue {

  public JsonArray {
    items = List.copyOf(items);
  }

  public static JsonArray ofTexts(List<String> texts) {
    return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
  }

  /// The items that are strings.
  public Stream<String> texts() {
    return items.stream()
        .filter(JsonString.class::isInstance)
        .map(JsonString.class::cast)
        .map(JsonString::text);
  }

  /// The items that are objects.
  public Stream<JsonObject> objects() {
    return items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  @Override
  public String kind() {
    return "a list";
  }
}

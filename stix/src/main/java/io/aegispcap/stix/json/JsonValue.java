package io.aegispcap.stix.json;

/// A JSON value. Objects keep the order of their members, numbers how they were written.
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /// What it is called in messages: `an object`, `a string`.
  String kind();

  /// As JSON without whitespace, members in their order, numbers as they were written.
  default String toJson() {
    StringBuilder text = new StringBuilder();
    PlainJson.append(this, text);
    return text.toString();
  }

  static JsonString of(String text) {
    return new JsonString(text);
  }

  static JsonNumber of(long number) {
    return new JsonNumber(Long.toString(number));
  }

  static JsonBoolean of(boolean truth) {
    return truth ? JsonBoolean.TRUE : JsonBoolean.FALSE;
  }
}

package io.aegispcap.stix.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The JSON Canonicalization Scheme, RFC 8785: one text for all ways to write the same values.
public final class CanonicalJson {

  private CanonicalJson() {}

  public static String of(JsonValue value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  /// In UTF-8.
  public static byte[] bytes(JsonValue value) {
    return of(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void append(JsonValue value, StringBuilder to) {
    switch (value) {
      case JsonObject(Map<String, JsonValue> members) -> appendMembers(members, to);
      case JsonArray(List<JsonValue> items) -> {
        to.append('[');
        String between = "";
        for (JsonValue item : items) {
          to.append(between);
          append(item, to);
          between = ",";
        }
        to.append(']');
      }
      case JsonNumber number -> EcmaScriptNumber.append(number.value(), to);
      case JsonString(String text) -> PlainJson.appendQuoted(text, to);
      case JsonBoolean(boolean truth) -> to.append(truth);
      case JsonNull() -> to.append("null");
    }
  }

  /// In the order of their names' UTF-16 code units, which is the order of Java's strings.
  private static void appendMembers(Map<String, JsonValue> members, StringBuilder to) {
    List<String> names = new ArrayList<>(members.keySet());
    names.sort(null);
    to.append('{');
    String between = "";
    for (String name : names) {
      to.append(between);
      PlainJson.appendQuoted(name, to);
      to.append(':');
      JsonValue value = members.get(name);
      append(value == null ? JsonNull.NULL : value, to);
      between = ",";
    }
    to.append('}');
  }
}

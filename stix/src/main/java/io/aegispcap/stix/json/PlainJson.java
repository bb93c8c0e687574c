package io.aegispcap.stix.json;

import java.util.Map;

/// Writes values without whitespace.
final class PlainJson {
  private static final String HEX = "0123456789abcdef";

  private PlainJson() {}

  static void append(JsonValue value, StringBuilder to) {
    switch (value) {
      case JsonObject(Map<String, JsonValue> members) -> appendMembers(members, to);
      case JsonArray array -> {
        to.append('[');
        String between = "";
        for (JsonValue item : array.items()) {
          to.append(between);
          append(item, to);
          between = ",";
        }
        to.append(']');
      }
      case JsonString(String text) -> appendQuoted(text, to);
      case JsonNumber(String text) -> to.append(text);
      case JsonBoolean(boolean truth) -> to.append(truth);
      case JsonNull() -> to.append("null");
    }
  }

  private static void appendMembers(Map<String, JsonValue> members, StringBuilder to) {
    to.append('{');
    String between = "";
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      to.append(between);
      appendQuoted(member.getKey(), to);
      to.append(':');
      append(member.getValue(), to);
      between = ",";
    }
    to.append('}');
  }

  /// Escapes what RFC 8785, 3.2.2.2 escapes, and nothing else.
  static void appendQuoted(String text, StringBuilder to) {
    to.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        continue;
      }
      to.append(text, from, i);
      appendEscaped(c, to);
      from = i + 1;
    }
    to.append(text, from, text.length()).append('"');
  }

  private static void appendEscaped(char c, StringBuilder to) {
    switch (c) {
      case '"' -> to.append("\\\"");
      case '\\' -> to.append("\\\\");
      case '\b' -> to.append("\\b");
      case '\t' -> to.append("\\t");
      case '\n' -> to.append("\\n");
      case '\f' -> to.append("\\f");
      case '\r' -> to.append("\\r");
      default -> to.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
    }
  }
}

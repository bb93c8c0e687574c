package io.aegispcap.platform.api.openapi;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Schemas of what has no parts.
record PlainSchemas(JsonMapper json) {
  private static final List<Class<?>> ANYTHING = List.of(Object.class, JsonNode.class);
  private static final List<Class<?>> SMALL = List.of(Integer.class, Short.class, Byte.class);
  private static final Map<Class<?>, String> FORMATS =
      Map.of(
          UUID.class, "uuid",
          Instant.class, "date-time",
          OffsetDateTime.class, "date-time",
          LocalDate.class, "date",
          URI.class, "uri");

  /// Empty for what has parts.
  Optional<Map<String, Object>> of(Class<?> raw) {
    Class<?> boxed = boxed(raw);
    if (ANYTHING.contains(boxed) || JsonNode.class.isAssignableFrom(boxed)) {
      return Optional.of(Map.of());
    }
    if (boxed.isEnum()) {
      return Optional.of(new Json().with("type", "string").with("enum", values(boxed)).map());
    }
    if (FORMATS.containsKey(boxed)) {
      return Optional.of(schema("string", FORMATS.get(boxed)));
    }
    if (CharSequence.class.isAssignableFrom(boxed) || boxed == Character.class) {
      return Optional.of(schema("string", ""));
    }
    return number(boxed);
  }

  private static Optional<Map<String, Object>> number(Class<?> boxed) {
    if (SMALL.contains(boxed)) {
      return Optional.of(schema("integer", "int32"));
    }
    if (boxed == Long.class) {
      return Optional.of(schema("integer", "int64"));
    }
    if (boxed == Boolean.class) {
      return Optional.of(schema("boolean", ""));
    }
    return Number.class.isAssignableFrom(boxed)
        ? Optional.of(schema("number", "double"))
        : Optional.empty();
  }

  private static Map<String, Object> schema(String type, String format) {
    return new Json().with("type", type).with("format", format).map();
  }

  /// As they are written.
  private List<String> values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> json.valueToTree(value).asString())
        .toList();
  }

  private static Class<?> boxed(Class<?> raw) {
    return java.lang.invoke.MethodType.methodType(raw).wrap().returnType();
  }
}

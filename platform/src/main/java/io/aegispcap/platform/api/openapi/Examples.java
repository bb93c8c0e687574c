package io.aegispcap.platform.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes an example of a schema: from those its parts name, else from what they are.
///
/// @param components what references lead to
record Examples(Map<String, Map<String, Object>> components) {
  private static final int DEEPEST = 6;
  private static final String REFERENCE = "#/components/schemas/";
  private static final Map<String, String> FORMATS =
      Map.of(
          "uuid", "0f8fad5b-d9cb-469f-a165-70867728950e",
          "date-time", "2026-11-28T12:00:00Z",
          "date", "2026-11-28",
          "uri", "https://example.org/");

  Object of(Map<String, Object> schema) {
    return of(schema, "text", 0);
  }

  /// @param name of the property, for texts of which nothing is known
  private Object of(Map<String, Object> schema, String name, int depth) {
    if (schema.get("examples") instanceof List<?> examples) {
      return examples.getFirst();
    }
    if (schema.get("enum") instanceof List<?> values) {
      return values.getFirst();
    }
    if (schema.get("$ref") instanceof String reference) {
      String component = reference.substring(REFERENCE.length());
      return depth > DEEPEST
          ? Map.of()
          : of(components.getOrDefault(component, Map.of()), name, depth + 1);
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.get(choice) instanceof List<?> kinds) {
        return of(schema(kinds.getFirst()), name, depth);
      }
    }
    return ofType(schema, name, depth);
  }

  private Object ofType(Map<String, Object> schema, String name, int depth) {
    Object type =
        schema.get("type") instanceof List<?> several ? several.getFirst() : schema.get("type");
    return switch (String.valueOf(type)) {
      case "array" -> List.of(of(schema(schema.get("items")), name, depth));
      case "object" -> object(schema, name, depth);
      case "integer" -> 1;
      case "number" -> 0.5;
      case "boolean" -> true;
      case "string" -> FORMATS.getOrDefault(String.valueOf(schema.get("format")), name);
      default -> Map.of();
    };
  }

  private Object object(Map<String, Object> schema, String name, int depth) {
    Map<String, Object> example = new LinkedHashMap<>();
    schema(schema.get("properties"))
        .forEach((part, of) -> example.put(part, of(schema(of), part.replace('_', ' '), depth)));
    if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
      example.put("key", of(schema(values), name, depth));
    }
    return example;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> schema(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}

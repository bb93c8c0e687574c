package io.aegispcap.platform.api.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of a record, with what is said about it there.
///
/// @param name in Java
record Component(Class<?> owner, String name) {

  private Optional<Field> field() {
    return Arrays.stream(owner.getDeclaredFields())
        .filter(field -> field.getName().equals(name))
        .findFirst();
  }

  boolean isNullable() {
    return field()
        .filter(field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .isPresent();
  }

  /// The schema, with description and example.
  Map<String, Object> explain(Map<String, Object> schema) {
    Optional<Schema> said = field().map(field -> field.getAnnotation(Schema.class));
    if (said.isEmpty()) {
      return schema;
    }
    Map<String, Object> explained = new LinkedHashMap<>(schema);
    if (!said.get().description().isEmpty()) {
      explained.put("description", said.get().description());
    }
    if (!said.get().example().isEmpty()) {
      explained.put("examples", List.of(typed(said.get().example(), schema.get("type"))));
    }
    return explained;
  }

  private static Object typed(String example, @Nullable Object type) {
    List<?> types = type instanceof List<?> several ? several : List.of(String.valueOf(type));
    if (types.contains("integer")) {
      return Long.valueOf(example);
    }
    if (types.contains("number")) {
      return Double.valueOf(example);
    }
    if (types.contains("array")) {
      return List.of(example.split(", "));
    }
    return types.contains("boolean") ? Boolean.valueOf(example) : example;
  }
}

package io.aegispcap.platform.api.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON Schemas of what Jackson reads and writes, and knows it from Jackson itself: names,
/// and which parts there are. Records become components, so that each is written once.
final class Schemas {
  private final JsonMapper json;
  private final PlainSchemas plain;
  private final Map<String, Map<String, Object>> components = new TreeMap<>();
  private final Map<JavaType, String> names = new LinkedHashMap<>();

  Schemas(JsonMapper json) {
    this.json = json;
    this.plain = new PlainSchemas(json);
  }

  Map<String, Map<String, Object>> components() {
    return components;
  }

  Map<String, Object> of(Type type) {
    return of(json.constructType(type));
  }

  private Map<String, Object> of(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (raw == Optional.class) {
      return nullable(of(type.containedTypeOrUnknown(0)));
    }
    if (raw == byte[].class) {
      return new Json().with("type", "string").with("contentEncoding", "base64").map();
    }
    if (type.isMapLikeType()) {
      return object().withEvenEmpty("additionalProperties", of(type.getContentType())).map();
    }
    if (type.isArrayType() || Iterable.class.isAssignableFrom(raw) && type.isContainerType()) {
      return new Json()
          .with("type", "array")
          .withEvenEmpty("items", of(type.getContentType()))
          .map();
    }
    return plain.of(raw).orElseGet(() -> component(type));
  }

  private static Json object() {
    return new Json().with("type", "object");
  }

  static Map<String, Object> nullable(Map<String, Object> schema) {
    if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
      Map<String, Object> either = new LinkedHashMap<>(schema);
      either.put("type", List.of(type, "null"));
      return either;
    }
    return schema.isEmpty() ? schema : Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  private Map<String, Object> component(JavaType type) {
    Optional<AnnotatedMember> value = Optional.ofNullable(describe(type).findJsonValueAccessor());
    if (value.isPresent()) {
      return of(value.get().getType());
    }
    String known = names.get(type);
    if (known == null) {
      known = free(type);
      names.put(type, known);
      components.put(known, Map.of()); // ends recursion
      components.put(known, written(type));
    }
    return Json.reference("schemas/" + known);
  }

  private Map<String, Object> written(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (raw.isSealed()) {
      List<Object> kinds = new ArrayList<>();
      Arrays.stream(raw.getPermittedSubclasses()).forEach(kind -> kinds.add(of(kind)));
      return new Json().with("oneOf", kinds).map();
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (BeanPropertyDefinition property : describe(type).findProperties()) {
      Component component = new Component(raw, property.getInternalName());
      Map<String, Object> schema = of(property.getPrimaryType());
      if (component.isNullable()) {
        schema = nullable(schema);
      } else if (property.getRawPrimaryType() != Optional.class) {
        required.add(property.getName());
      }
      properties.put(property.getName(), component.explain(schema));
    }
    return object()
        .with("description", description(raw))
        .withEvenEmpty("properties", properties)
        .with("required", required)
        .map();
  }

  private static String description(Class<?> raw) {
    Schema said = raw.getAnnotation(Schema.class);
    return said == null ? "" : said.description();
  }

  private BeanDescription describe(JavaType type) {
    SerializationConfig config = json.serializationConfig();
    ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
    return introspector.introspectForSerialization(
        type, introspector.introspectClassAnnotations(type));
  }

  /// The record's name, with that of its module before it where another has the same.
  private String free(JavaType type) {
    Class<?> raw = type.getRawClass();
    StringBuilder name = new StringBuilder(raw.getSimpleName());
    type.getBindings()
        .getTypeParameters()
        .forEach(parameter -> name.append("Of").append(parameter.getRawClass().getSimpleName()));
    if (components.containsKey(name.toString())) {
      String module = Endpoint.module(raw);
      name.insert(0, module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1));
    }
    while (components.containsKey(name.toString())) {
      name.append('_');
    }
    return name.toString();
  }
}

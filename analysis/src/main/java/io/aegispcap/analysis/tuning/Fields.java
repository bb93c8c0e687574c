package io.aegispcap.analysis.tuning;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON object that people wrote, read strictly: what is not known, twice there, or of another
/// kind is refused with an [IllegalArgumentException] that says what.
record Fields(Map<String, Object> values) {

  /// @throws IllegalArgumentException when it is no JSON object
  static Fields parse(String text) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("is no JSON object");
      }
      Fields fields = object(json);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("has something behind the JSON object");
      }
      return fields;
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("is no JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  private static Fields object(JsonParser json) {
    Map<String, Object> values = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (values.put(name, value(json)) != null) {
        throw new IllegalArgumentException("has \"" + name + "\" twice");
      }
    }
    return new Fields(values);
  }

  private static Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(json));
        }
        yield items;
      }
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case null, default ->
          throw new IllegalArgumentException("has a value that is no text, number, list or object");
    };
  }

  /// One object in one line.
  ///
  /// @param values text and whole numbers
  static String line(Map<String, Object> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      values.forEach(
          (name, value) -> {
            if (value instanceof Integer number) {
              json.writeNumberProperty(name, number);
            } else {
              json.writeStringProperty(name, value.toString());
            }
          });
      json.writeEndObject();
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException when there are others
  Fields knowing(String... names) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(Set.of(names));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "has \""
              + unknown.iterator().next()
              + "\", which is none of "
              + String.join(", ", names));
    }
    return this;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text.strip());
    }
    throw new IllegalArgumentException("\"" + name + "\" is no text");
  }

  String needed(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is missing"));
  }

  /// @throws IllegalArgumentException when it is missing or not finite
  double number(String name) {
    if (values.get(name) instanceof Double number && Double.isFinite(number)) {
      return number;
    }
    throw new IllegalArgumentException("\"" + name + "\" is no number");
  }

  /// @throws IllegalArgumentException when it is missing, or holds anything but objects
  List<Fields> objects(String name) {
    if (!(values.get(name) instanceof List<?> items)) {
      throw new IllegalArgumentException("\"" + name + "\" is no list");
    }
    List<Fields> objects = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Fields fields)) {
        throw new IllegalArgumentException("\"" + name + "\" holds something that is no object");
      }
      objects.add(fields);
    }
    return objects;
  }
}

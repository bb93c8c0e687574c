package io.aegispcap.cli.remote;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a platform answered, to be asked for members by name. What is absent reads as empty, since
/// a newer or older platform may say more or less.
record Json(Optional<Object> value) {

  /// @throws RemoteException when it is not JSON
  static Json parse(String from, byte[] text) throws RemoteException {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return new Json(read(parser));
    } catch (JacksonException broken) {
      throw new RemoteException(
          from + " did not answer as AegisPCAP does: is this its address?", broken);
    }
  }

  private static Optional<Object> read(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    return Optional.of(
        switch (token) {
          case START_OBJECT -> members(parser);
          case START_ARRAY -> items(parser);
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
          default -> parser.getString();
        });
  }

  private static Map<String, Object> members(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      read(parser).ifPresent(value -> members.put(name, value));
    }
    return members;
  }

  private static List<Object> items(JsonParser parser) {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read(parser).ifPresent(items::add);
    }
    return items;
  }

  Json at(String name) {
    return new Json(value.map(it -> it instanceof Map<?, ?> members ? members.get(name) : null));
  }

  /// Items of a list; none when it is no list.
  Stream<Json> items() {
    return value.stream()
        .flatMap(it -> it instanceof List<?> list ? list.stream() : Stream.empty())
        .map(item -> new Json(Optional.of(item)));
  }

  /// A string, number or truth as it was written; empty when it is absent or has parts.
  String text() {
    return value
        .filter(it -> !(it instanceof Map<?, ?>) && !(it instanceof List<?>))
        .map(Object::toString)
        .orElse("");
  }

  /// On one line.
  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      write(out, value.orElse(null));
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> members -> {
        out.writeStartObject();
        members.forEach(
            (name, member) -> {
              out.writeName(name.toString());
              write(out, member);
            });
        out.writeEndObject();
      }
      case List<?> items -> {
        out.writeStartArray();
        items.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Boolean truth -> out.writeBoolean(truth);
      case Number number -> out.writeNumber(number.toString());
      default -> out.writeString(value.toString());
    }
  }
}

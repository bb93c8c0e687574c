package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads properties as the types they should be of. What is of another type reads as absent.
final class View {

  private View() {}

  static <T> T needed(JsonObject json, String name, Optional<T> value) {
    return value.orElseThrow(
        () ->
            new MissingPropertyException(
                json.text("id").or(() -> json.text("type")).orElse("the object"), name));
  }

  static Optional<String> text(JsonObject json, String name) {
    return json.text(name);
  }

  static Optional<Boolean> truth(JsonObject json, String name) {
    return json.truth(name);
  }

  static Optional<Long> whole(JsonObject json, String name) {
    return json.number(name).stream()
        .flatMap(number -> number.integer().stream().boxed())
        .findFirst();
  }

  static Optional<Double> decimal(JsonObject json, String name) {
    return json.number(name).map(JsonNumber::value);
  }

  static Optional<StixTimestamp> timestamp(JsonObject json, String name) {
    return json.text(name).flatMap(StixTimestamp::find);
  }

  static Optional<StixId> id(JsonObject json, String name) {
    return json.text(name).flatMap(StixId::find);
  }

  static Optional<JsonObject> object(JsonObject json, String name) {
    return json.object(name);
  }

  static Optional<byte[]> hex(JsonObject json, String name) {
    return json.text(name).flatMap(text -> decoded(text, HexFormat.of()::parseHex));
  }

  static Optional<byte[]> binary(JsonObject json, String name) {
    return json.text(name).flatMap(text -> decoded(text, Base64.getDecoder()::decode));
  }

  private static Optional<byte[]> decoded(String text, Function<String, byte[]> decoder) {
    try {
      return Optional.of(decoder.apply(text));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  static List<String> texts(JsonObject json, String name) {
    return json.array(name).stream().flatMap(JsonArray::texts).toList();
  }

  static List<StixId> ids(JsonObject json, String name) {
    return texts(json, name).stream().flatMap(text -> StixId.find(text).stream()).toList();
  }

  static <T> Optional<T> structure(
      JsonObject json, String name, Function<JsonObject, T> constructor) {
    return json.object(name).map(constructor);
  }

  static <T> List<T> structures(JsonObject json, String name, Function<JsonObject, T> constructor) {
    return json.array(name).stream().flatMap(JsonArray::objects).map(constructor).toList();
  }

  static Map<String, String> hashes(JsonObject json, String name) {
    Map<String, String> hashes = new LinkedHashMap<>();
    json.object(name)
        .ifPresent(
            members ->
                members
                    .members()
                    .forEach(
                        (algorithm, value) -> {
                          if (value instanceof JsonString(String hash)) {
                            hashes.put(algorithm, hash);
                          }
                        }));
    return Collections.unmodifiableMap(hashes);
  }

  static Map<String, JsonObject> objects(JsonObject json, String name) {
    Map<String, JsonObject> objects = new LinkedHashMap<>();
    json.object(name)
        .ifPresent(
            members ->
                members
                    .members()
                    .forEach(
                        (key, value) -> {
                          if (value instanceof JsonObject object) {
                            objects.put(key, object);
                          }
                        }));
    return Collections.unmodifiableMap(objects);
  }

  static <T> Optional<T> extension(
      JsonObject json, String name, Function<JsonObject, T> constructor) {
    return json.object("extensions").flatMap(all -> all.object(name)).map(constructor);
  }
}

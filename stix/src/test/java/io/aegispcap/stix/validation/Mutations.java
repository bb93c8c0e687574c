package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.PropertyType;
import io.aegispcap.stix.specification.Specification;
import java.util.ArrayList;
import java.util.List;

/// Makes valid objects invalid in known ways.
final class Mutations {

  /// @param path where an error must be found
  record Mutation(String name, JsonObject object, String path) {}

  private Mutations() {}

  static List<Mutation> of(JsonObject object) {
    ObjectDescription description =
        Specification.STIX_2_1.object(object.text("type").orElseThrow()).orElseThrow();
    List<Mutation> all = new ArrayList<>();
    object
        .members()
        .forEach(
            (name, value) -> {
              all.add(new Mutation("null", object.with(name, JsonNull.NULL), "$." + name));
              description.property(name).ifPresent(property -> property(object, property, all));
            });
    all.add(new Mutation("name", object.with("Bad-Name", JsonValue.of(1)), "$['Bad-Name']"));
    all.add(new Mutation("empty", object.with("x_empty", new JsonArray(List.of())), "$.x_empty"));
    all.add(
        new Mutation(
            "version", object.with("spec_version", JsonValue.of("2.0")), "$.spec_version"));
    all.add(
        new Mutation(
            "foreign id",
            object.with("id", JsonValue.of("tool-x--0b9b1ccf-8a0f-4dc6-9c5c-3e9c4f9c8a3d")),
            "$.id"));
    all.add(new Mutation("no id", object.with("id", JsonValue.of("malware-1")), "$.id"));
    all.add(
        new Mutation(
            "no such extension",
            object.with("extensions", JsonObject.of("extension-definition--1", JsonObject.EMPTY)),
            "$.extensions"));
    return all;
  }

  private static void property(
      JsonObject object, PropertyDescription property, List<Mutation> all) {
    String name = property.name();
    String path = "$." + name;
    if (property.required()) {
      all.add(new Mutation("missing " + name, object.without(name), "$"));
    }
    if (property.list()) {
      all.add(new Mutation("empty " + name, object.with(name, new JsonArray(List.of())), path));
      all.add(new Mutation("no list " + name, object.with(name, JsonValue.of("x")), path));
      all.add(
          new Mutation(
              "null in " + name, object.with(name, new JsonArray(List.of(JsonNull.NULL))), path));
      return;
    }
    JsonValue wrong =
        switch (property.type()) {
          case PropertyType.Text text -> JsonValue.of(1);
          case PropertyType.Term term -> JsonValue.of(true);
          case PropertyType.Whole whole -> new JsonNumber("1.5");
          case PropertyType.Decimal decimal -> JsonValue.of("1");
          case PropertyType.Reference reference -> JsonValue.of("x");
          case PropertyType.Structure structure -> JsonValue.of("x");
          case PropertyType.Dictionary dictionary -> new JsonArray(List.of(JsonValue.of("x")));
          case PropertyType.Simple simple ->
              switch (simple) {
                case TRUTH -> JsonValue.of("true");
                case TIMESTAMP -> JsonValue.of("2020-02-30T00:00:00.000Z");
                case IDENTIFIER, VERSION, HEX -> JsonValue.of("x");
                case BINARY -> JsonValue.of("x=");
                case HASHES, OPTIONS, EXTENSIONS, OBSERVABLES, MARKING, TRANSLATIONS, BUNDLED ->
                    JsonValue.of("x");
              };
        };
    all.add(new Mutation("wrong " + name, object.with(name, wrong), path));
    if (property.type() instanceof PropertyType.Whole(long least, long most)) {
      all.add(new Mutation("large " + name, object.with(name, new JsonNumber(most + "0")), path));
    }
    if (property.type() instanceof PropertyType.Term(var vocabulary) && !vocabulary.open()) {
      all.add(new Mutation("term " + name, object.with(name, JsonValue.of("no such term")), path));
    }
    if (property.type() instanceof PropertyType.Reference) {
      all.add(
          new Mutation(
              "target " + name,
              object.with(name, JsonValue.of("bundle--0b9b1ccf-8a0f-4dc6-9c5c-3e9c4f9c8a3d")),
              path));
    }
  }
}

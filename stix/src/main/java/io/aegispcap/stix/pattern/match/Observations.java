package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Observed data, ready to be matched.
public final class Observations {

  private final List<Observed> all;

  private Observations(List<Observed> all) {
    this.all = List.copyOf(all);
  }

  /// @param values observed-data objects, with objects of their own or references, and bundles of
  ///   such; other objects are what references lead to
  /// @throws UnmatchableException when a value is no observed data, or its number or times are none
  public static Observations of(Iterable<? extends JsonValue> values) throws UnmatchableException {
    List<Observed> found = new ArrayList<>();
    List<JsonObject> loose = new ArrayList<>();
    for (JsonValue value : values) {
      if (!(value instanceof JsonObject object)) {
        throw new UnmatchableException("an observation must be an object, not " + value.kind());
      }
      if (object.text("type").equals(Optional.of("bundle"))) {
        addAll(object.array("objects").stream().flatMap(JsonArray::objects).toList(), found);
      } else {
        loose.add(object);
      }
    }
    addAll(loose, found);
    return new Observations(found);
  }

  /// How many there are, each counted once.
  public int size() {
    return all.size();
  }

  List<Observed> all() {
    return all;
  }

  private static void addAll(List<JsonObject> objects, List<Observed> to)
      throws UnmatchableException {
    Map<String, JsonObject> byId = new HashMap<>();
    for (JsonObject object : objects) {
      object.text("id").ifPresent(id -> byId.put(id, object));
    }
    for (JsonObject object : objects) {
      if (object.text("type").equals(Optional.of("observed-data"))) {
        to.add(observed(to.size(), object, byId));
      }
    }
  }

  private static Observed observed(int index, JsonObject data, Map<String, JsonObject> byId)
      throws UnmatchableException {
    Map<String, JsonObject> referred = new LinkedHashMap<>();
    data.array("object_refs").stream()
        .flatMap(JsonArray::texts)
        .forEach(id -> find(byId, id).ifPresent(object -> referred.put(id, object)));
    Map<String, JsonObject> own = new LinkedHashMap<>();
    data.object("objects")
        .ifPresent(
            objects ->
                objects
                    .members()
                    .keySet()
                    .forEach(key -> objects.object(key).ifPresent(object -> own.put(key, object))));
    List<JsonObject> roots =
        Stream.concat(own.values().stream(), referred.values().stream()).toList();
    return new Observed(
        index,
        data.text("id"),
        number(data),
        time(data, "first_observed"),
        time(data, "last_observed"),
        roots,
        id -> find(own, id).or(() -> find(referred, id)));
  }

  private static Optional<JsonObject> find(Map<String, JsonObject> byId, String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static long number(JsonObject data) throws UnmatchableException {
    if (!data.has("number_observed")) {
      return 1;
    }
    long number = data.number("number_observed").map(n -> n.integer().orElse(0)).orElse(0L);
    if (number < 1) {
      throw new UnmatchableException(said(data) + "number_observed must be a positive integer");
    }
    return number;
  }

  private static Optional<Instant> time(JsonObject data, String name) throws UnmatchableException {
    Optional<String> written = data.text(name);
    Optional<StixTimestamp> time = written.flatMap(StixTimestamp::find);
    if (data.has(name) && time.isEmpty()) {
      throw new UnmatchableException(said(data) + name + " is no timestamp");
    }
    return time.map(StixTimestamp::instant);
  }

  private static String said(JsonObject data) {
    return data.text("id").map(id -> id + ": ").orElse("");
  }
}

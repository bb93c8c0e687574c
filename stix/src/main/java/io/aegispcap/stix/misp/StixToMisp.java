package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Bundles to events of MISP: those that were events, and others.
public final class StixToMisp {

  private static final Set<String> CONTAINERS = Set.of("report", "grouping");

  /// @return an event in its envelope, `{"Event": ...}`
  /// @throws MispException when it is no bundle
  public JsonObject convert(JsonObject bundle) throws MispException {
    if (!bundle.text("type").equals(Optional.of("bundle"))) {
      throw new MispException("only bundles can become events");
    }
    List<JsonObject> objects =
        bundle.array("objects").stream().flatMap(JsonArray::objects).toList();
    Map<String, JsonObject> byId = new LinkedHashMap<>();
    objects.forEach(object -> object.text("id").ifPresent(id -> byId.put(id, object)));
    JsonObject container =
        objects.stream()
            .filter(object -> CONTAINERS.contains(object.text("type").orElse("")))
            .findFirst()
            .orElse(JsonObject.EMPTY);
    return JsonObject.of("Event", event(bundle, container, objects, byId));
  }

  private static JsonObject event(
      JsonObject bundle,
      JsonObject container,
      List<JsonObject> objects,
      Map<String, JsonObject> byId) {
    BackConversion back = new BackConversion(byId);
    List<JsonValue> attributes = new ArrayList<>();
    List<JsonValue> mispObjects = new ArrayList<>();
    for (JsonObject object : objects) {
      if (Galaxies.type(object).isEmpty()) {
        back.object(object)
            .map(made -> MispTags.with(made, object, byId))
            .ifPresentOrElse(mispObjects::add, () -> attributes.addAll(back.attributes(object)));
      }
    }
    JsonObject event =
        JsonObject.EMPTY
            .with(
                "uuid", JsonValue.of(BackConversion.uuid(container.has("id") ? container : bundle)))
            .with("info", JsonValue.of(container.text("name").orElse("STIX 2.1 bundle")))
            .with("published", JsonValue.of(container.text("type").equals(Optional.of("report"))));
    for (String name : List.of("threat_level_id", "analysis", "date", "distribution")) {
      Optional<String> value = MispLabels.find(container, name);
      event = value.isPresent() ? event.with(name, JsonValue.of(value.get())) : event;
    }
    event = time(event, container, "modified", "timestamp");
    event = time(event, container, "published", "publish_timestamp");
    event = organisation(event, container, byId);
    event = MispTags.with(event, container, byId);
    List<JsonValue> galaxies = Galaxies.of(objects);
    event = galaxies.isEmpty() ? event : event.with("Galaxy", new JsonArray(galaxies));
    return event
        .with("Attribute", new JsonArray(attributes))
        .with("Object", new JsonArray(mispObjects));
  }

  static JsonObject time(JsonObject event, JsonObject from, String name, String mispName) {
    return from.text(name)
        .flatMap(StixTimestamp::find)
        .map(time -> event.with(mispName, JsonValue.of(MispTime.seconds(time))))
        .orElse(event);
  }

  private static JsonObject organisation(
      JsonObject event, JsonObject container, Map<String, JsonObject> byId) {
    return container
        .text("created_by_ref")
        .flatMap(id -> Optional.ofNullable(byId.get(id)))
        .map(
            identity ->
                event.with(
                    "Orgc",
                    JsonObject.of("name", JsonValue.of(identity.text("name").orElse("")))
                        .with("uuid", JsonValue.of(BackConversion.uuid(identity)))))
        .orElse(event);
  }
}

package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Events of MISP to bundles. The event becomes a report when it is published, else a grouping;
/// attributes become indicators when they are meant for detection, else observed data.
public final class MispToStix {

  private static final StixTimestamp UNSAID = new StixTimestamp("1970-01-01T00:00:00.000Z");

  private final Supplier<UUID> ids;

  /// @param ids random UUIDs, for what MISP has none for
  public MispToStix(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /// @param document an event, in its envelope `{"Event": ...}` or without
  /// @throws MispException when it is none
  public JsonObject convert(JsonObject document) throws MispException {
    JsonObject event = document.object("Event").orElse(document);
    if (event.text("info").isEmpty()) {
      throw new MispException("an event of MISP has an info, a text; this document has none");
    }
    Map<String, JsonValue> objects = new LinkedHashMap<>();
    Optional<String> creator = creator(event, objects);
    Conversion conversion =
        new Conversion(ids, creator, MispTime.of(event, "timestamp").orElse(UNSAID), objects);
    List<String> refs = new ArrayList<>();
    event.array("Attribute").stream()
        .flatMap(JsonArray::objects)
        .forEach(attribute -> refs.addAll(conversion.attribute(attribute)));
    event.array("Object").stream()
        .flatMap(JsonArray::objects)
        .forEach(object -> refs.addAll(conversion.object(object)));
    List<String> tags = new ArrayList<>(MispTags.names(event));
    galaxies(event, conversion, refs, tags);
    JsonObject container = container(event, conversion, refs, creator);
    objects.put(id(container), MispTags.tagged(container, tags, objects));
    return JsonObject.of("type", JsonValue.of("bundle"))
        .with("id", JsonValue.of("bundle--" + conversion.uuid(event)))
        .with("objects", new JsonArray(List.copyOf(objects.values())));
  }

  private static String id(JsonObject object) {
    return object.text("id").orElse("");
  }

  private Optional<String> creator(JsonObject event, Map<String, JsonValue> objects) {
    Optional<JsonObject> organisation = event.object("Orgc");
    if (organisation.flatMap(it -> it.text("name")).isEmpty()) {
      return Optional.empty();
    }
    String uuid =
        organisation
            .flatMap(it -> it.text("uuid"))
            .filter(Conversion::isUuid)
            .orElseGet(() -> ids.get().toString());
    StixTimestamp time = MispTime.of(event, "timestamp").orElse(UNSAID);
    String id = "identity--" + uuid;
    objects.put(
        id,
        Conversion.begin("identity", id, time, Optional.empty())
            .with("name", JsonValue.of(organisation.flatMap(it -> it.text("name")).orElse("")))
            .with("identity_class", JsonValue.of("organization")));
    return Optional.of(id);
  }

  /// @param tags loses those that say that the event has to do with what became an object
  private static void galaxies(
      JsonObject event, Conversion conversion, List<String> refs, List<String> tags) {
    Validator validator = new Validator();
    for (JsonObject galaxy : event.array("Galaxy").stream().flatMap(JsonArray::objects).toList()) {
      for (JsonObject cluster :
          galaxy.array("GalaxyCluster").stream().flatMap(JsonArray::objects).toList()) {
        Galaxies.object(galaxy, cluster, conversion)
            .filter(made -> validator.validate(made).valid())
            .ifPresent(
                made -> {
                  conversion.objects().put(id(made), made);
                  refs.add(id(made));
                  tags.remove(
                      Galaxies.tag(
                          galaxy.text("type").orElse(""), cluster.text("value").orElse("")));
                });
      }
    }
  }

  private static JsonObject container(
      JsonObject event, Conversion conversion, List<String> refs, Optional<String> creator) {
    boolean published = event.truth("published").orElse(false);
    String type = published ? "report" : "grouping";
    String id = type + "--" + conversion.uuid(event);
    StixTimestamp time = MispTime.of(event, "timestamp").orElse(UNSAID);
    List<String> labels =
        new ArrayList<>(List.of("Threat-Report", MispLabels.of("tool", "AegisPCAP")));
    for (String name : List.of("threat_level_id", "analysis", "date", "distribution")) {
      event.text(name).ifPresent(value -> labels.add(MispLabels.of(name, value)));
    }
    List<String> referred = refs.isEmpty() ? List.of(conversion.note(event, id)) : refs;
    JsonObject start =
        Conversion.begin(type, id, time, creator)
            .with("labels", MispLabels.of(labels))
            .with("name", JsonValue.of(event.text("info").orElse("")));
    JsonObject specific =
        published
            ? start.with(
                "published",
                JsonValue.of(MispTime.of(event, "publish_timestamp").orElse(time).toString()))
            : start.with("context", JsonValue.of("suspicious-activity"));
    return specific.with("object_refs", JsonArray.ofTexts(referred.stream().distinct().toList()));
  }
}

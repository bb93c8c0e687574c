package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Clusters of galaxies of MISP, which are what STIX has objects for: techniques, malware, groups.
final class Galaxies {
  private static final Set<String> NAMED_AGAIN =
      Set.of("attack-pattern", "intrusion-set", "malware", "threat-actor", "tool");

  private static final Set<String> PHASED = Set.of("attack-pattern", "malware", "tool");

  private static final String BETWEEN = " | ";

  private Galaxies() {}

  /// A cluster as an object of STIX; empty when STIX has none for its galaxy.
  static Optional<JsonObject> object(JsonObject galaxy, JsonObject cluster, Conversion conversion) {
    String galaxyType = galaxy.text("type").orElse("");
    Optional<String> type = Mappings.ALL.galaxy(galaxyType);
    String value = cluster.text("value").orElse("");
    if (type.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    JsonObject object =
        Conversion.begin(
                type.get(),
                type.get() + "--" + conversion.uuid(cluster),
                conversion.eventTime(),
                conversion.creator())
            .with(
                "labels",
                MispLabels.of(
                    List.of(
                        MispLabels.of("galaxy-name", galaxy.text("name").orElse(galaxyType)),
                        MispLabels.of("galaxy-type", galaxyType))))
            .with("name", JsonValue.of(value));
    String description =
        Stream.of(galaxy, cluster)
            .flatMap(each -> each.text("description").stream())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(BETWEEN));
    if (!description.isEmpty()) {
      object = object.with("description", JsonValue.of(description));
    }
    JsonObject meta = cluster.object("meta").orElse(JsonObject.EMPTY);
    JsonObject phased = PHASED.contains(type.get()) ? phased(object, galaxyType) : object;
    return Optional.of(referring(special(type.get(), phased, meta), meta));
  }

  private static JsonObject phased(JsonObject object, String galaxyType) {
    return object.with(
        "kill_chain_phases",
        new JsonArray(
            List.of(
                JsonObject.of("kill_chain_name", JsonValue.of("misp-category"))
                    .with("phase_name", JsonValue.of(galaxyType)))));
  }

  private static JsonObject special(String type, JsonObject object, JsonObject meta) {
    List<String> synonyms = texts(meta, "synonyms");
    JsonObject named =
        NAMED_AGAIN.contains(type) && !synonyms.isEmpty()
            ? object.with("aliases", JsonArray.ofTexts(synonyms))
            : object;
    return switch (type) {
      case "malware" -> named.with("is_family", JsonValue.of(true));
      case "identity" -> named.with("identity_class", JsonValue.of("class"));
      case "location" ->
          texts(meta, "ISO").stream()
              .findFirst()
              .map(country -> named.with("country", JsonValue.of(country)))
              .orElse(named);
      default -> named;
    };
  }

  private static JsonObject referring(JsonObject object, JsonObject meta) {
    List<JsonValue> references = new ArrayList<>();
    Stream.concat(
            texts(meta, "external_id").stream(),
            texts(meta, "aliases").stream().filter(alias -> alias.startsWith("CVE-")))
        .distinct()
        .forEach(
            id ->
                references.add(
                    JsonObject.of("source_name", JsonValue.of(source(id)))
                        .with("external_id", JsonValue.of(id))));
    texts(meta, "refs")
        .forEach(
            url ->
                references.add(
                    JsonObject.of("source_name", JsonValue.of("url"))
                        .with("url", JsonValue.of(url))));
    return references.isEmpty()
        ? object
        : object.with("external_references", new JsonArray(references));
  }

  private static String source(String id) {
    if (id.startsWith("CAPEC-")) {
      return "capec";
    }
    return id.startsWith("CVE-") ? "cve" : "mitre-attack";
  }

  /// One text or several.
  private static List<String> texts(JsonObject meta, String name) {
    return meta.find(name).stream()
        .flatMap(
            value ->
                value instanceof JsonString(String text)
                    ? Stream.of(text)
                    : meta.array(name).stream().flatMap(JsonArray::texts))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /// The tag that says that an event has to do with a cluster.
  static String tag(String galaxyType, String value) {
    return "misp-galaxy:" + galaxyType + "=\"" + value + "\"";
  }

  /// Which galaxy an object belongs to; empty when MISP says it by an attribute.
  static Optional<String> type(JsonObject object) {
    Optional<String> said = MispLabels.find(object, "galaxy-type");
    String own = "stix-2.1-" + object.text("type").orElse("");
    boolean attribute =
        MispLabels.find(object, "type").isPresent() || own.equals("stix-2.1-vulnerability");
    return said.isPresent() || attribute || Mappings.ALL.galaxy(own).isEmpty()
        ? said
        : Optional.of(own);
  }

  /// The galaxies that objects of STIX belong to, each with its clusters.
  static List<JsonValue> of(List<JsonObject> objects) {
    Map<String, JsonObject> galaxies = new LinkedHashMap<>();
    Map<String, List<JsonValue>> clusters = new LinkedHashMap<>();
    for (JsonObject object : objects) {
      Optional<String> type = type(object);
      if (type.isPresent()) {
        galaxies.computeIfAbsent(type.get(), key -> galaxy(key, object));
        clusters
            .computeIfAbsent(type.get(), key -> new ArrayList<>())
            .add(cluster(type.get(), object));
      }
    }
    List<JsonValue> all = new ArrayList<>();
    galaxies.forEach(
        (type, galaxy) ->
            all.add(
                galaxy.with(
                    "GalaxyCluster", new JsonArray(clusters.getOrDefault(type, List.of())))));
    return all;
  }

  private static JsonObject galaxy(String type, JsonObject object) {
    JsonObject galaxy =
        JsonObject.of("type", JsonValue.of(type))
            .with("name", JsonValue.of(MispLabels.find(object, "galaxy-name").orElse(type)));
    return descriptions(object)
        .filter(both -> both.size() > 1)
        .map(both -> galaxy.with("description", JsonValue.of(both.getFirst())))
        .orElse(galaxy);
  }

  /// That of the galaxy and that of the cluster, or only the latter.
  private static Optional<List<String>> descriptions(JsonObject object) {
    return object
        .text("description")
        .map(
            text -> {
              int between = text.indexOf(BETWEEN);
              return MispLabels.find(object, "galaxy-type").isEmpty() || between < 0
                  ? List.of(text)
                  : List.of(text.substring(0, between), text.substring(between + BETWEEN.length()));
            });
  }

  private static JsonObject cluster(String type, JsonObject object) {
    String value = object.text("name").orElse("");
    JsonObject cluster =
        JsonObject.of("uuid", JsonValue.of(BackConversion.uuid(object)))
            .with("type", JsonValue.of(type))
            .with("value", JsonValue.of(value))
            .with("tag_name", JsonValue.of(tag(type, value)));
    Optional<List<String>> descriptions = descriptions(object);
    if (descriptions.isPresent()) {
      cluster = cluster.with("description", JsonValue.of(descriptions.get().getLast()));
    }
    JsonObject meta = meta(object);
    return meta.members().isEmpty() ? cluster : cluster.with("meta", meta);
  }

  private static JsonObject meta(JsonObject object) {
    JsonObject meta = JsonObject.EMPTY;
    List<JsonObject> references =
        object.array("external_references").stream().flatMap(JsonArray::objects).toList();
    meta = with(meta, "external_id", references, "external_id");
    meta = with(meta, "refs", references, "url");
    List<String> aliases = object.array("aliases").stream().flatMap(JsonArray::texts).toList();
    meta = aliases.isEmpty() ? meta : meta.with("synonyms", JsonArray.ofTexts(aliases));
    Optional<String> country = object.text("country");
    return country.isPresent() ? meta.with("ISO", JsonValue.of(country.get())) : meta;
  }

  private static JsonObject with(
      JsonObject meta, String name, List<JsonObject> references, String member) {
    List<String> texts =
        references.stream().flatMap(reference -> reference.text(member).stream()).toList();
    return texts.isEmpty() ? meta : meta.with(name, JsonArray.ofTexts(texts));
  }
}

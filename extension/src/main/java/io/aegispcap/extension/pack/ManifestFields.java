package io.aegispcap.extension.pack;

import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.PluginKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Takes a manifest out of a document that agrees with its schema.
final class ManifestFields {
  private ManifestFields() {}

  /// What is no capability is left out here, and a fault of [ManifestMeaning].
  static Manifest of(JsonNode json) {
    return new Manifest(
        text(json, "id"),
        text(json, "version"),
        PluginKind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
        text(json, "name"),
        text(json, "description"),
        text(json, "entryPoint"),
        text(json, "api"),
        text(json, "license"),
        capabilities(json),
        dependencies(json),
        list(json, "rules", ManifestFields::rule),
        list(json, "features", ManifestFields::feature),
        list(json, "annotations", ManifestFields::annotation),
        list(json, "metrics", ManifestFields::metric),
        list(json, "settings", ManifestFields::setting));
  }

  private static Set<Capability> capabilities(JsonNode json) {
    Set<Capability> asked = new LinkedHashSet<>();
    for (JsonNode text : json.path("capabilities")) {
      Capability.of(text.asString()).ifPresent(asked::add);
    }
    return asked;
  }

  private static Map<String, String> dependencies(JsonNode json) {
    Map<String, String> ranges = new LinkedHashMap<>();
    json.path("dependencies")
        .properties()
        .forEach(entry -> ranges.put(entry.getKey(), entry.getValue().asString()));
    return ranges;
  }

  private static Manifest.Rule rule(JsonNode json) {
    return new Manifest.Rule(
        text(json, "id"),
        text(json, "name"),
        text(json, "formula"),
        text(json, "source"),
        text(json, "technique"),
        text(json, "techniqueName"),
        text(json, "tactic"),
        text(json, "benign"),
        text(json, "next"));
  }

  private static Manifest.Feature feature(JsonNode json) {
    return new Manifest.Feature(text(json, "name"), text(json, "unit"), text(json, "definition"));
  }

  private static Manifest.Annotation annotation(JsonNode json) {
    return new Manifest.Annotation(text(json, "name"), text(json, "definition"));
  }

  private static Manifest.Metric metric(JsonNode json) {
    return new Manifest.Metric(
        text(json, "name"),
        MetricKind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
        text(json, "unit"),
        text(json, "help"));
  }

  private static Manifest.Setting setting(JsonNode json) {
    return new Manifest.Setting(
        text(json, "name"),
        text(json, "type"),
        json.path("default").asString(),
        text(json, "title"),
        text(json, "description"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> item) {
    return json.path(field).valueStream().map(item).toList();
  }
}

package io.aegispcap.extension.pack;

import io.aegispcap.extension.resolve.VersionRange;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.PluginKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a manifest has to mean, beyond what its schema can say.
final class ManifestMeaning {
  private final Manifest manifest;
  private final JsonNode json;
  private final List<String> faults = new ArrayList<>();

  ManifestMeaning(Manifest manifest, JsonNode json) {
    this.manifest = manifest;
    this.json = json;
  }

  List<String> faults() {
    readable("", json);
    versions();
    capabilities();
    declarations();
    for (String list : List.of("features", "annotations", "metrics", "settings")) {
      unique(list, "name");
    }
    unique("rules", "id");
    settings();
    return faults;
  }

  /// Texts are shown to people, in lines and cells: nothing in them may move or hide others.
  private void readable(String pointer, JsonNode node) {
    if (node.isString()) {
      if (node.asString().codePoints().anyMatch(ManifestMeaning::hides)) {
        fault(pointer, "control characters and invisible ones are not allowed");
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        readable(pointer + "/" + i, node.get(i));
      }
    } else {
      node.properties()
          .forEach(entry -> readable(pointer + "/" + escaped(entry.getKey()), entry.getValue()));
    }
  }

  private static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private void versions() {
    if (!VersionRange.isVersion(manifest.version())) {
      fault("/version", "'" + manifest.version() + "' is no semantic version, such as 1.4.0");
    }
    range("/api", manifest.api());
    manifest
        .dependencies()
        .forEach(
            (id, range) -> {
              range("/dependencies/" + escaped(id), range);
              if (id.equals(manifest.id())) {
                fault("/dependencies/" + escaped(id), "a plugin can't depend on itself");
              }
            });
  }

  private void range(String pointer, String range) {
    if (VersionRange.of(range).isEmpty()) {
      fault(pointer, "'" + range + "' is no range of versions, such as ^1.2 or >=1.0 <3");
    }
  }

  private void capabilities() {
    Set<Capability> known = new HashSet<>();
    JsonNode asked = json.path("capabilities");
    for (int i = 0; i < asked.size(); i++) {
      String pointer = "/capabilities/" + i;
      String text = asked.get(i).asString();
      Capability.of(text)
          .ifPresentOrElse(
              capability -> {
                if (!known.add(capability)) {
                  fault(pointer, "'" + text + "' is asked for twice");
                }
                belongs(pointer, capability.kind());
              },
              () -> fault(pointer, "'" + text + "' is no capability"));
    }
    if (known.stream().filter(each -> each.kind() == Capability.Kind.STORE).count() > 1) {
      fault("/capabilities", "a plugin has one store");
    }
  }

  private void belongs(String pointer, Capability.Kind capability) {
    PluginKind only =
        switch (capability) {
          case WRITE_FINDINGS -> PluginKind.DETECTOR;
          case WRITE_FEATURES -> PluginKind.ANALYZER;
          case WRITE_VISUALIZATIONS -> PluginKind.VISUALIZATION;
          case HTTP -> PluginKind.INTEGRATION;
          case READ_FLOWS,
              READ_ADDRESSES,
              READ_NAMES,
              READ_FEATURES,
              READ_PREDICTIONS,
              READ_PAYLOAD_FACTS,
              WRITE_METRICS,
              STORE ->
              manifest.kind();
        };
    if (only != manifest.kind()) {
      fault(
          pointer,
          "%s is for plugins of kind %s, this one is of kind %s"
              .formatted(capability.label(), only.label(), manifest.kind().label()));
    }
  }

  private void declarations() {
    declared("rules", manifest.rules(), Capability.Kind.WRITE_FINDINGS);
    declared("features", manifest.features(), Capability.Kind.WRITE_FEATURES);
    declared("annotations", manifest.annotations(), Capability.Kind.WRITE_FEATURES);
    declared("metrics", manifest.metrics(), Capability.Kind.WRITE_METRICS);
    if (manifest.rules().isEmpty() && asks(Capability.Kind.WRITE_FINDINGS)) {
      fault("/rules", "findings name a rule: with write:findings, at least one is declared");
    }
  }

  private void declared(String list, List<?> items, Capability.Kind needed) {
    if (!items.isEmpty() && !asks(needed)) {
      fault("/" + list, "needs " + needed.label() + " among the capabilities");
    }
  }

  private boolean asks(Capability.Kind kind) {
    return manifest.capabilities().stream().anyMatch(asked -> asked.kind() == kind);
  }

  private void unique(String list, String field) {
    Set<String> seen = new HashSet<>();
    JsonNode items = json.path(list);
    for (int i = 0; i < items.size(); i++) {
      String name = items.get(i).path(field).asString();
      if (!seen.add(name)) {
        fault("/" + list + "/" + i + "/" + field, "'" + name + "' is declared twice");
      }
    }
  }

  private void settings() {
    JsonNode items = json.path("settings");
    for (int i = 0; i < items.size(); i++) {
      JsonNode value = items.get(i).path("default");
      String type = items.get(i).path("type").asString();
      boolean fits =
          switch (type) {
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
            case "number" -> value.isNumber() && Double.isFinite(value.doubleValue());
            case "boolean" -> value.isBoolean();
            default -> value.isString();
          };
      if (!fits) {
        fault("/settings/" + i + "/default", "is not of type " + type);
      }
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private void fault(String pointer, String what) {
    faults.add(pointer + ": " + what);
  }
}

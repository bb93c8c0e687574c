package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Manifests that are nearly right: a value of another kind or size at any place, keys too many,
/// too few or twice, nesting without end.
class ManifestFuzzTests {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String RICH =
      """
      {"id": "acme/beacon-plus", "version": "1.0.0", "kind": "analyzer", "name": "Beacon",
       "description": "Notes.", "entryPoint": "com.acme.Beacon", "api": ">=0.1.0-0 <1.0.0",
       "license": "Apache-2.0",
       "capabilities": ["read:flows", "write:features", "write:metrics", "store:64KiB"],
       "dependencies": {"acme/facts": "^1.2 || >=3 <4"},
       "annotations": [{"name": "kind", "definition": "What it is."}],
       "features": [{"name": "score", "unit": "", "definition": "Half of it."}],
       "metrics": [{"name": "noted_total", "kind": "counter", "unit": "flows", "help": "Noted."}],
       "settings": [{"name": "least", "type": "integer", "default": "3", "title": "Least"}]}
      """;

  /// What is taken says what its JSON says, alone and in a package.
  @FuzzTest(maxDuration = "6m")
  void takesWhatTheJsonSays(FuzzedDataProvider data) throws Exception {
    byte[] json = manifest(data);
    try {
      Manifest manifest = Damage.bounded(() -> ManifestReader.read(json));
      JsonNode tree = JSON.readTree(json);
      compare(manifest, tree);
      if (!manifest.equals(ManifestReader.read(JSON.writeValueAsBytes(tree)))) {
        throw new AssertionError("written by others it says something else");
      }
      var files = SamplePackages.files(SamplePackages.ID, "1.0.0");
      files.put(Manifest.FILE, json);
      if (!SamplePackages.opened(files).manifest().equals(manifest)) {
        throw new AssertionError("in a package it says something else");
      }
    } catch (InvalidPackageException e) {
      PackageFuzzTests.explained(e);
    }
  }

  private static void compare(Manifest manifest, JsonNode tree) {
    same(manifest.id(), tree.path("id").asString());
    same(manifest.version(), tree.path("version").asString());
    same(manifest.entryPoint(), tree.path("entryPoint").asString());
    same(manifest.kind().name().toLowerCase(java.util.Locale.ROOT), tree.path("kind").asString());
    same(manifest.dependencies().keySet(), Set.copyOf(tree.path("dependencies").propertyNames()));
    same(
        manifest.capabilities().size(),
        tree.path("capabilities").valueStream().collect(Collectors.toSet()).size());
    same(manifest.rules().size(), tree.path("rules").size());
    same(
        manifest.declared().metrics().keySet(),
        tree.path("metrics")
            .valueStream()
            .map(it -> it.path("name").asString())
            .collect(Collectors.toSet()));
    same(manifest.defaults().size(), tree.path("settings").size());
  }

  private static void same(Object taken, Object said) {
    if (!taken.equals(said)) {
      throw new AssertionError("taken for " + taken + ", and says " + said);
    }
  }

  private static byte[] manifest(FuzzedDataProvider data) {
    String sound =
        data.consumeBoolean() ? RICH : SamplePackages.manifest(SamplePackages.ID, "1.0.0");
    ObjectNode tree = (ObjectNode) JSON.readTree(sound);
    int changes = data.consumeInt(0, 4);
    for (int i = 0; i < changes; i++) {
      change(places(tree), data);
    }
    String text = JSON.writeValueAsString(tree);
    if (data.consumeInt(0, 7) == 7) {
      text = text.replaceFirst("\\{", "{\"" + data.pickValue(fields()) + "\":" + deep(data) + ",");
    }
    return data.consumeInt(0, 3) == 3
        ? Damage.done(text.getBytes(UTF_8), data)
        : text.getBytes(UTF_8);
  }

  private static List<String> fields() {
    return List.of("id", "kind", "rules", "dependencies", "more", "capabilities");
  }

  private static String deep(FuzzedDataProvider data) {
    int levels = data.consumeInt(0, 3000);
    String open = data.consumeBoolean() ? "[" : "{\"a\":";
    return open.repeat(levels) + "1" + (open.equals("[") ? "]" : "}").repeat(levels);
  }

  /// All objects and lists.
  private static List<JsonNode> places(JsonNode tree) {
    List<JsonNode> places = new ArrayList<>();
    places.add(tree);
    for (JsonNode each : tree) {
      if (each.isContainer()) {
        places.addAll(places(each));
      }
    }
    return places;
  }

  private static void change(List<JsonNode> places, FuzzedDataProvider data) {
    switch (places.get(data.consumeInt(0, places.size() - 1))) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>(object.propertyNames());
        names.add(data.consumeString(12));
        String name = names.get(data.consumeInt(0, names.size() - 1));
        if (data.consumeInt(0, 4) == 4) {
          object.remove(name);
        } else {
          object.set(name, value(data));
        }
      }
      case ArrayNode list -> {
        if (data.consumeBoolean() && !list.isEmpty()) {
          list.add(list.get(data.consumeInt(0, list.size() - 1)).deepCopy());
        } else {
          list.add(value(data));
        }
      }
      default -> throw new AssertionError("neither object nor list");
    }
  }

  private static JsonNode value(FuzzedDataProvider data) {
    return switch (data.consumeInt(0, 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(data.consumeBoolean());
      case 2 -> NODES.numberNode(data.consumeLong());
      case 3 -> NODES.arrayNode();
      case 4 -> NODES.objectNode();
      case 5 -> NODES.stringNode(data.consumeAsciiString(20).repeat(data.consumeInt(0, 500)));
      case 6 -> NODES.stringNode(data.consumeString(30));
      default ->
          NODES.stringNode(
              data.pickValue(
                  List.of(
                      "acme/x",
                      "1.0.0-a.1+b",
                      "^1 || ~2.x - 3",
                      "store:9999999999999999999GiB",
                      "http:a.b",
                      "read:flows",
                      "detector",
                      "integer",
                      "",
                      "com.acme.Beacon")));
    };
  }
}

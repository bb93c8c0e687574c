package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.PropertyRule;
import io.aegispcap.stix.specification.PropertyType;
import io.aegispcap.stix.specification.Specification;
import io.aegispcap.stix.specification.TextForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Makes valid objects of every type by chance, from what the specification says of them.
public final class ValidObjects {

  private static final Specification SPECIFICATION = Specification.STIX_2_1;
  private static final List<String> TEXTS =
      List.of("x", "Ünïcödé 😀 \u2028", "a \"quoted\" \\ text\n", "", "ı̇", "12", "\u0000\u001f");

  private final Random random;

  public ValidObjects(long seed) {
    this.random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  /// Of any type but bundles.
  public JsonObject any() {
    return of(
        one(
            SPECIFICATION.objects().stream()
                .filter(description -> description.kind() != Kind.BUNDLE)
                .sorted(Comparator.comparing(ObjectDescription::name))
                .toList()));
  }

  public JsonObject bundle() {
    List<JsonValue> objects = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      objects.add(any());
    }
    return JsonObject.EMPTY
        .with("type", JsonValue.of("bundle"))
        .with("id", JsonValue.of(id("bundle", 4)))
        .with("objects", new JsonArray(objects));
  }

  public JsonObject of(ObjectDescription description) {
    Map<String, JsonValue> members = properties(description);
    members.put("type", JsonValue.of(description.name()));
    JsonObject object = finished(description, new JsonObject(members));
    if (chance()) {
      object = object.with("x_custom_" + random.nextInt(9), anything(2));
    }
    return chance() ? marked(object) : object;
  }

  private Map<String, JsonValue> properties(ObjectDescription description) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (PropertyDescription property : description.properties().values()) {
      if (property.required() || random.nextInt(3) == 0) {
        members.put(property.name(), value(description, property));
      }
    }
    members.remove("granular_markings");
    for (PropertyRule rule : description.rules()) {
      keep(description, rule, members);
    }
    return members;
  }

  private void put(ObjectDescription description, String name, Map<String, JsonValue> members) {
    members.computeIfAbsent(
        name, key -> value(description, description.property(key).orElseThrow()));
  }

  private void keep(
      ObjectDescription description, PropertyRule rule, Map<String, JsonValue> members) {
    switch (rule) {
      case PropertyRule.AtLeastOne(List<String> names) -> put(description, one(names), members);
      case PropertyRule.ExactlyOne(List<String> names) -> {
        names.forEach(members::remove);
        put(description, one(names), members);
      }
      case PropertyRule.Any any ->
          put(
              description,
              one(description.own().stream()
                      .filter(p -> !p.required() && p.type() != PropertyType.Simple.EXTENSIONS)
                      .toList())
                  .name(),
              members);
      case PropertyRule.Order(String later, String earlier, boolean strict) -> {
        if (members.containsKey(later) && members.containsKey(earlier)) {
          members.put(earlier, JsonValue.of("2019-01-01T00:00:00.000Z"));
          members.put(
              later,
              JsonValue.of(
                  strict || chance() ? "2021-05-05T05:05:05.123Z" : "2019-01-01T00:00:00.000Z"));
        }
      }
      case PropertyRule.Needs(String name, List<String> others) -> {
        if (members.containsKey(name)) {
          others.forEach(other -> put(description, other, members));
        }
      }
      case PropertyRule.NeedsWhen(String name, boolean truth, String other) ->
          put(description, other, members);
      case PropertyRule.NeverWhen(String name, boolean truth, String other) -> {
        if (JsonValue.of(truth).equals(members.get(name))) {
          members.remove(other);
        }
      }
      case PropertyRule.Reserved reserved -> {}
    }
  }

  /// What types ask for beyond their properties.
  private JsonObject finished(ObjectDescription description, JsonObject object) {
    JsonObject finished = object;
    for (PropertyRule rule : description.rules()) {
      Map<String, JsonValue> members = new LinkedHashMap<>(finished.members());
      keep(description, rule, members);
      if (rule instanceof PropertyRule.Needs) {
        finished = new JsonObject(members);
      }
    }
    switch (description.name()) {
      case "indicator" ->
          finished =
              finished
                  .with("pattern", JsonValue.of("[a:b = 'it\\'s']"))
                  .with("pattern_type", JsonValue.of("stix"));
      case "marking-definition" -> {
        finished = finished.without("definition").without("definition_type");
        finished =
            finished.has("extensions")
                ? finished
                : finished
                    .with("definition_type", JsonValue.of("statement"))
                    .with("definition", JsonObject.of("statement", text()));
      }
      case "extension-definition" ->
          finished =
              finished.has("extension_properties")
                  ? finished
                      .with("extension_properties", JsonArray.ofTexts(List.of("rank", "x_9")))
                      .with(
                          "extension_types",
                          JsonArray.ofTexts(List.of("toplevel-property-extension")))
                  : finished;
      case "observed-data" ->
          finished =
              finished.has("object_refs")
                  ? finished.with(
                      "object_refs",
                      JsonArray.ofTexts(
                          List.of(id("relationship", 4), id(target(List.of("SCO")), 4))))
                  : finished;
      default -> {}
    }
    boolean byName = io.aegispcap.stix.object.DeterministicId.of(finished).isPresent();
    return description.kind() == Kind.SCO
        ? finished.with(
            "id",
            JsonValue.of(
                io.aegispcap.stix.object.DeterministicId.of(finished)
                    .map(Object::toString)
                    .orElseGet(() -> id(description.name(), byName ? 5 : 4))))
        : finished.with("id", JsonValue.of(id(description.name(), 4)));
  }

  private JsonObject marked(JsonObject object) {
    String selected = one(List.copyOf(object.members().keySet()));
    JsonObject marking =
        chance()
            ? JsonObject.of("lang", JsonValue.of("de"))
            : JsonObject.of("marking_ref", JsonValue.of(id("marking-definition", 4)));
    return object.with(
        "granular_markings",
        new JsonArray(List.of(marking.with("selectors", JsonArray.ofTexts(List.of(selected))))));
  }

  private JsonValue value(ObjectDescription description, PropertyDescription property) {
    if (property.common() && property.type() == PropertyType.Simple.TIMESTAMP) {
      return JsonValue.of("2020-02-29T12:30:00.000Z");
    }
    if (!property.list()) {
      return value(description, property.type());
    }
    List<JsonValue> items = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      items.add(value(description, property.type()));
    }
    return new JsonArray(items);
  }

  private JsonValue value(ObjectDescription description, PropertyType type) {
    return switch (type) {
      case PropertyType.Text(TextForm form) -> JsonValue.of(text(form));
      case PropertyType.Whole(long least, long most) ->
          JsonValue.of(one(List.of(least, most, Math.max(least, Math.min(most, 42)))));
      case PropertyType.Decimal(double least, double most) ->
          new JsonNumber(one(List.of("0", "1.50", "8e0", "0.1")));
      case PropertyType.Term(var vocabulary) ->
          JsonValue.of(vocabulary.open() && chance() ? "my-own-term" : one(vocabulary.values()));
      case PropertyType.Reference(List<String> targets) -> JsonValue.of(id(target(targets), 4));
      case PropertyType.Structure(String name) ->
          new JsonObject(properties(SPECIFICATION.structure(name).orElseThrow()));
      case PropertyType.Dictionary(var values) ->
          switch (values) {
            case ANY -> JsonObject.of("Some-key_1", anything(2));
            case TEXTS, TEXTS_OR_INTEGERS -> JsonObject.of("PATH", text());
            case IPFIX ->
                JsonObject.of(
                    one(List.of("octetDeltaCount", "reverseOctetDeltaCount")), JsonValue.of(1));
            case TEXT_LISTS, TEXT_LISTS_OR_TEXTS ->
                JsonObject.of("Host", new JsonArray(List.of(text())));
          };
      case PropertyType.Simple simple -> simple(description, simple);
    };
  }

  private String target(List<String> targets) {
    String target =
        targets.isEmpty() ? one(List.of("SDO", "SCO", "SRO", "language-content")) : one(targets);
    return switch (target) {
      case "SDO" -> one(List.of("malware", "x-custom-type", "incident"));
      case "SCO" -> one(List.of("file", "process", "url"));
      case "SRO" -> one(List.of("relationship", "sighting"));
      default -> target;
    };
  }

  private JsonValue simple(ObjectDescription description, PropertyType.Simple type) {
    return switch (type) {
      case TRUTH -> JsonValue.of(chance());
      case TIMESTAMP ->
          JsonValue.of(
              description.kind() == Kind.EXTENSION
                  ? "2020-02-29T12:30:00Z"
                  : one(List.of("2020-02-29T12:30:00.000Z", "2021-12-31T23:59:59.123456789Z")));
      case IDENTIFIER -> JsonValue.of(id(description.name(), 4));
      case VERSION -> JsonValue.of("2.1");
      case HASHES ->
          JsonObject.of("MD5", JsonValue.of("cead3f77f6cda6ec00f57d76c9a6879f"))
              .with(
                  "SHA-256",
                  JsonValue.of("aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f"));
      case HEX -> JsonValue.of("00ff");
      case BINARY -> JsonValue.of(one(List.of("", "AA==", "dGVzdA==")));
      case OPTIONS -> JsonObject.of("SO_KEEPALIVE", JsonValue.of(1));
      case EXTENSIONS -> extensions(description);
      case OBSERVABLES ->
          JsonObject.of(
                  "0",
                  JsonObject.of("type", JsonValue.of("ipv4-addr"))
                      .with("id", JsonValue.of(id("ipv4-addr", 5)))
                      .with("value", JsonValue.of("192.0.2.1")))
              .with(
                  "1",
                  JsonObject.of("type", JsonValue.of("domain-name"))
                      .with("id", JsonValue.of(id("domain-name", 5)))
                      .with("value", JsonValue.of("example.com"))
                      .with("resolves_to_refs", JsonArray.ofTexts(List.of("0"))));
      case MARKING -> JsonObject.of("statement", text());
      case TRANSLATIONS -> JsonObject.of("de", JsonObject.of("name", text()));
      case BUNDLED -> any();
    };
  }

  private JsonObject extensions(ObjectDescription description) {
    List<ObjectDescription> predefined = SPECIFICATION.extensionsOf(description.name());
    if (!predefined.isEmpty() && chance()) {
      ObjectDescription extension = one(predefined);
      return JsonObject.of(extension.name(), new JsonObject(properties(extension)));
    }
    return JsonObject.of(
        id("extension-definition", 4),
        JsonObject.of(
                "extension_type",
                JsonValue.of(one(List.of("property-extension", "toplevel-property-extension"))))
            .with("rank", anything(1)));
  }

  private JsonValue text() {
    return JsonValue.of(one(TEXTS));
  }

  private String text(TextForm form) {
    return switch (form) {
      case ANY -> one(TEXTS);
      case LANG -> one(List.of("en", "de-CH", "zh-Hant-TW"));
      case URL -> "https://example.com/a?b=c#d";
      case MIME -> "application/zip";
      case CHARSET -> "windows-1252";
      case CPE -> "cpe:2.3:a:microsoft:word:2000:*:*:*:*:*:*:*";
      case IPV4 -> one(List.of("192.0.2.1", "10.0.0.0/8"));
      case IPV6 -> one(List.of("2001:db8::1", "::/0", "::ffff:192.0.2.1"));
      case MAC -> "d2:fb:49:24:37:18";
      case EMAIL -> one(List.of("a.b+c@example.com", "\"odd one\"@example.com"));
      case DOMAIN -> one(List.of("example.com", "_dmarc.xn--bcher-kva.example", "bücher.example"));
      case SEMVER -> "1.2.3-rc.1+5";
      case HIVE -> "HKEY_LOCAL_MACHINE\\System";
      case TERM, KEBAB -> "attributed-to";
      case PROTOCOL -> "tcp";
      case LOWERCASE -> "get";
    };
  }

  private JsonValue anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> text();
      case 1 -> JsonValue.of(random.nextLong() >> 12);
      case 2 -> new JsonNumber(one(List.of("1.0", "-0.0", "1e3", "0.1000")));
      case 3 -> JsonValue.of(chance());
      case 4 -> new JsonArray(List.of(anything(depth - 1), anything(depth - 1)));
      default -> JsonObject.of("key", anything(depth - 1));
    };
  }

  private String id(String type, int version) {
    long high = random.nextLong() & ~0xf000L | (long) version << 12;
    long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return type + "--" + new UUID(high, low);
  }
}

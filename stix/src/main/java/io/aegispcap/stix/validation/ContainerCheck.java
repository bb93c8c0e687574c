package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.HashForm;
import io.aegispcap.stix.specification.DictionaryValues;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyType;
import io.aegispcap.stix.specification.Specification;
import io.aegispcap.stix.specification.TextForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks values that hold values by names of their own: dictionaries, hashes, extensions, embedded
/// observables, markings, translations, and the objects of a bundle.
final class ContainerCheck {

  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_-]{1,250}");
  private static final Pattern OPTION =
      Pattern.compile("(?:SO|ICMP|ICMP6|IP|IPV6|MCAST|TCP|IRLMP)_[A-Z0-9_]+");
  private static final Pattern PROPERTY = Pattern.compile("[a-z0-9_]{2,250}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int SHORTEST_HASH_NAME = 3;

  private final Specification specification;
  private final ObjectCheck objects;
  private final ExtensionCheck extensions;

  ContainerCheck(Specification specification, ObjectCheck objects) {
    this.specification = specification;
    this.objects = objects;
    this.extensions = new ExtensionCheck(specification, objects);
  }

  void check(
      PropertyType.Simple type,
      ObjectDescription description,
      JsonValue value,
      Place place,
      Surroundings around,
      Findings findings) {
    if (type == PropertyType.Simple.BUNDLED) {
      bundled(value, place, findings);
      return;
    }
    if (!(value instanceof JsonObject object)) {
      ValueCheck.wrongKind("an object", value, "2.3/dictionary", place, findings);
      return;
    }
    if (!notEmpty(object, place, findings)) {
      return;
    }
    switch (type) {
      case HASHES -> hashes(object, place, findings);
      case OPTIONS -> options(object, place, findings);
      case EXTENSIONS -> extensions.check(description, object, place, around, findings);
      case OBSERVABLES -> observables(object, place, findings);
      case TRANSLATIONS -> translations(object, place, findings);
      case MARKING -> AnyValue.check(object, place, findings);
      default -> throw new IllegalStateException("not a container: " + type);
    }
  }

  void dictionary(DictionaryValues values, JsonValue value, Place place, Findings findings) {
    if (!(value instanceof JsonObject object)) {
      ValueCheck.wrongKind("an object", value, "2.3/dictionary", place, findings);
      return;
    }
    notEmpty(object, place, findings);
    object
        .members()
        .forEach(
            (key, member) -> {
              Place at = place.member(key);
              key(key, place, findings);
              if (values == DictionaryValues.IPFIX) {
                RegisteredNames.ipfixElement(key, at, findings);
              }
              AnyValue.check(member, at, findings);
              if (!fits(values, member)) {
                ValueCheck.wrongKind(said(values), member, "2.3/values", at, findings);
              } else if (values == DictionaryValues.TEXT_LISTS_OR_TEXTS
                  && member instanceof JsonString) {
                findings.warning(
                    at, "6.6/headers", "fields should be lists", "write a list with one text");
              }
            });
  }

  private static boolean notEmpty(JsonObject object, Place place, Findings findings) {
    if (object.members().isEmpty()) {
      findings.error(
          place, "2.3/empty", "an empty dictionary is not allowed", "leave the property out");
    }
    return !object.members().isEmpty();
  }

  private static boolean fits(DictionaryValues values, JsonValue value) {
    return switch (values) {
      case ANY -> true;
      case TEXTS -> value instanceof JsonString;
      case TEXTS_OR_INTEGERS, IPFIX ->
          value instanceof JsonString || value instanceof JsonNumber number && number.isInteger();
      case TEXT_LISTS -> isTexts(value);
      case TEXT_LISTS_OR_TEXTS -> value instanceof JsonString || isTexts(value);
    };
  }

  private static boolean isTexts(JsonValue value) {
    return value instanceof JsonArray(List<JsonValue> items)
        && items.stream().allMatch(JsonString.class::isInstance);
  }

  private static String said(DictionaryValues values) {
    return switch (values) {
      case ANY -> "any value";
      case TEXTS -> "a string";
      case TEXTS_OR_INTEGERS, IPFIX -> "a string or an integer";
      case TEXT_LISTS, TEXT_LISTS_OR_TEXTS -> "a list of strings";
    };
  }

  private static void key(String key, Place place, Findings findings) {
    if (!KEY.matcher(key).matches()) {
      findings.error(
          place.member(key),
          "2.3/key",
          "'" + key + "' is no key of a dictionary",
          "use up to 250 of a-z, A-Z, 0-9, hyphens and underscores");
    }
  }

  private void hashes(JsonObject object, Place place, Findings findings) {
    List<String> known = specification.vocabulary("hash-algorithm-ov").orElseThrow().values();
    for (Map.Entry<String, JsonValue> hash : object.members().entrySet()) {
      String algorithm = hash.getKey();
      Place at = place.member(algorithm);
      key(algorithm, place, findings);
      if (algorithm.length() < SHORTEST_HASH_NAME) {
        findings.error(
            at, "2.7/key", "the name of a hash algorithm is too short", "use 3 characters or more");
      }
      if (!known.contains(algorithm)) {
        findings.warning(
            at,
            "10.7/vocabulary",
            "'" + algorithm + "' is not in hash-algorithm-ov",
            "use one of " + String.join(", ", known));
      }
      ValueCheck.string(hash.getValue(), "2.7/hashes", at, findings)
          .filter(text -> !HashForm.fits(algorithm, text))
          .ifPresent(
              text ->
                  findings.error(
                      at,
                      "2.7/hashes",
                      "'" + text + "' is no hash of " + algorithm,
                      "write all its digits, or name the right algorithm"));
    }
  }

  private static void options(JsonObject object, Place place, Findings findings) {
    object
        .members()
        .forEach(
            (option, value) -> {
              Place at = place.member(option);
              if (!OPTION.matcher(option).matches()) {
                findings.warning(
                    at,
                    "6.12.4/options",
                    "'" + option + "' should be the name of a socket option",
                    "name it as in SO_KEEPALIVE");
              }
              if (!(value instanceof JsonNumber number) || !number.isInteger()) {
                ValueCheck.wrongKind("an integer", value, "6.12.4/options", at, findings);
              }
            });
  }

  private void observables(JsonObject object, Place place, Findings findings) {
    object
        .members()
        .forEach(
            (key, value) -> {
              Place at = place.member(key);
              if (!NUMBER.matcher(key).matches()) {
                findings.warning(
                    at,
                    "4.14/keys",
                    "keys of embedded objects should be numbers",
                    "count them from 0");
              }
              if (value instanceof JsonObject observable) {
                objects.check(observable, at, Surroundings.of(object), findings);
              } else {
                ValueCheck.wrongKind("an object", value, "4.14/objects", at, findings);
              }
            });
  }

  private static void translations(JsonObject object, Place place, Findings findings) {
    for (Map.Entry<String, JsonValue> language : object.members().entrySet()) {
      Place at = place.member(language.getKey());
      TextForms.check(TextForm.LANG, language.getKey(), at, findings);
      if (!(language.getValue() instanceof JsonObject(Map<String, JsonValue> texts))) {
        ValueCheck.wrongKind("an object", language.getValue(), "7.1/contents", at, findings);
        continue;
      }
      if (texts.isEmpty()) {
        findings.error(at, "2.3/empty", "a language without translations", "leave it out");
      }
      texts.forEach((name, text) -> translation(name, text, at.member(name), findings));
    }
  }

  private static void translation(String name, JsonValue text, Place place, Findings findings) {
    if (!PROPERTY.matcher(name).matches()) {
      findings.error(
          place,
          "7.1/contents",
          "'" + name + "' is no name of a property",
          "name the property that is translated");
    }
    if (!(text instanceof JsonString || text instanceof JsonArray || text instanceof JsonObject)) {
      ValueCheck.wrongKind("a text, a list or an object", text, "7.1/contents", place, findings);
    }
    AnyValue.check(text, place, findings);
  }

  private void bundled(JsonValue value, Place place, Findings findings) {
    if (!(value instanceof JsonObject object)) {
      ValueCheck.wrongKind("an object", value, "8/objects", place, findings);
      return;
    }
    if (object.text("type").equals(Optional.of("bundle"))) {
      findings.error(
          place,
          "8/objects",
          "a bundle must not hold bundles",
          "put the inner objects in directly");
      return;
    }
    objects.check(object, place, Surroundings.NONE, findings);
  }
}

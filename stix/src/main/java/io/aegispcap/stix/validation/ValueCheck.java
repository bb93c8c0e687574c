package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonBoolean;
import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.specification.DictionaryValues;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.PropertyType;
import io.aegispcap.stix.specification.Specification;
import io.aegispcap.stix.specification.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Checks values against the types of their properties.
final class ValueCheck {

  /// Digits behind the second that `created` and `modified` must have.
  private static final int MILLISECONDS = 3;

  private final Specification specification;
  private final ObjectCheck objects;
  private final ContainerCheck containers;

  ValueCheck(Specification specification, ObjectCheck objects) {
    this.specification = specification;
    this.objects = objects;
    this.containers = new ContainerCheck(specification, objects);
  }

  void property(
      ObjectDescription description,
      PropertyDescription property,
      JsonValue value,
      Place place,
      Surroundings around,
      Findings findings) {
    if (property.deprecated()) {
      findings.warning(
          place,
          description.section() + "/deprecated",
          property.name() + " is deprecated",
          "use relationships or references to objects instead");
    }
    if (value instanceof JsonNull) {
      findings.error(place, "2/null", "null is not allowed", "leave the property out");
    } else if (property.list()) {
      list(description, property, value, place, around, findings);
    } else {
      one(description, property, value, place, around, findings);
    }
  }

  private void list(
      ObjectDescription description,
      PropertyDescription property,
      JsonValue value,
      Place place,
      Surroundings around,
      Findings findings) {
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      wrongKind("a list", value, "2.12/list", place, findings);
      return;
    }
    if (items.isEmpty()) {
      findings.error(place, "2.12/empty", "an empty list is not allowed", "leave the property out");
    }
    for (int i = 0; i < items.size(); i++) {
      one(description, property, items.get(i), place.item(i), around, findings);
    }
  }

  private void one(
      ObjectDescription description,
      PropertyDescription property,
      JsonValue value,
      Place place,
      Surroundings around,
      Findings findings) {
    switch (property.type()) {
      case PropertyType.Text text -> text(text, value, place, findings);
      case PropertyType.Whole whole -> whole(whole, value, place, findings);
      case PropertyType.Decimal decimal -> decimal(decimal, value, place, findings);
      case PropertyType.Term(Vocabulary vocabulary) -> term(vocabulary, value, place, findings);
      case PropertyType.Reference(List<String> targets) -> {
        Optional<String> id = string(value, "2.9/identifier", place, findings);
        if (id.isPresent()) {
          new ReferenceCheck(specification, targets, around).check(id.get(), place, findings);
        }
      }
      case PropertyType.Dictionary(DictionaryValues values) ->
          containers.dictionary(values, value, place, findings);
      case PropertyType.Structure(String name) -> {
        if (value instanceof JsonObject object) {
          objects.structure(
              specification.structure(name).orElseThrow(), object, place, around, findings);
        } else {
          wrongKind("an object", value, description.section() + "/object", place, findings);
        }
      }
      case PropertyType.Simple simple ->
          simple(simple, description, property, value, place, around, findings);
    }
  }

  private void simple(
      PropertyType.Simple type,
      ObjectDescription description,
      PropertyDescription property,
      JsonValue value,
      Place place,
      Surroundings around,
      Findings findings) {
    switch (type) {
      case TRUTH -> {
        if (!(value instanceof JsonBoolean)) {
          wrongKind("a boolean", value, "2.2/boolean", place, findings);
        }
      }
      case TIMESTAMP -> timestamp(property, value, place, findings);
      case IDENTIFIER ->
          string(value, "2.9/identifier", place, findings)
              .ifPresent(id -> IdentifierCheck.form(id, description.name(), place, findings));
      case VERSION ->
          string(value, "3.2/spec_version", place, findings)
              .filter(version -> !version.equals("2.1"))
              .ifPresent(
                  version ->
                      findings.error(
                          place,
                          "3.2/spec_version",
                          "spec_version must be 2.1, not " + version,
                          "convert the object to STIX 2.1"));
      case HEX ->
          string(value, "2.8/hex", place, findings).ifPresent(hex -> hex(hex, place, findings));
      case BINARY ->
          string(value, "2.1/binary", place, findings)
              .filter(binary -> !Bytes.isBase64(binary))
              .ifPresent(binary -> bytes("Base64", "2.1/binary", place, findings));
      case HASHES, OPTIONS, EXTENSIONS, OBSERVABLES, MARKING, TRANSLATIONS, BUNDLED ->
          containers.check(type, description, value, place, around, findings);
    }
  }

  private static void hex(String hex, Place place, Findings findings) {
    if (!Bytes.isHex(hex)) {
      bytes("pairs of hexadecimal digits", "2.8/hex", place, findings);
    } else if (!hex.equals(hex.toLowerCase(Locale.ROOT))) {
      findings.warning(
          place, "2.8/hex", "hexadecimal digits should be in lower case", "write them so");
    }
  }

  private static void bytes(String form, String rule, Place place, Findings findings) {
    findings.error(place, rule, "bytes must be written as " + form, "encode them so");
  }

  static void wrongKind(
      String expected, JsonValue value, String rule, Place place, Findings findings) {
    findings.error(
        place,
        rule,
        "expected " + expected + ", found " + value.kind(),
        "write " + expected + " here");
  }

  static Optional<String> string(JsonValue value, String rule, Place place, Findings findings) {
    if (value instanceof JsonString(String text)) {
      return Optional.of(text);
    }
    wrongKind("a string", value, rule, place, findings);
    return Optional.empty();
  }

  private static void text(
      PropertyType.Text type, JsonValue value, Place place, Findings findings) {
    string(value, "2.15/string", place, findings)
        .ifPresent(text -> TextForms.check(type.form(), text, place, findings));
  }

  private static void whole(
      PropertyType.Whole type, JsonValue value, Place place, Findings findings) {
    if (!(value instanceof JsonNumber number) || !number.isInteger()) {
      wrongKind("an integer", value, "2.10/integer", place, findings);
      return;
    }
    if (number.integer().isEmpty()
        || number.integer().getAsLong() < type.least()
        || number.integer().getAsLong() > type.most()) {
      range(number, type.least() + " to " + type.most(), "2.10/integer", place, findings);
    }
  }

  private static void decimal(
      PropertyType.Decimal type, JsonValue value, Place place, Findings findings) {
    if (!(value instanceof JsonNumber number)) {
      wrongKind("a number", value, "2.6/float", place, findings);
    } else if (number.value() < type.least() || number.value() > type.most()) {
      range(number, type.least() + " to " + type.most(), "2.6/float", place, findings);
    }
  }

  private static void range(
      JsonNumber number, String range, String rule, Place place, Findings findings) {
    findings.error(
        place, rule, number.text() + " is not in the range " + range, "use a number of that range");
  }

  private static void term(Vocabulary vocabulary, JsonValue value, Place place, Findings findings) {
    Optional<String> term = string(value, "2.15/string", place, findings);
    if (term.isEmpty() || vocabulary.values().contains(term.get())) {
      return;
    }
    String message = "'" + term.get() + "' is not in " + vocabulary.name();
    String fix = "use one of " + String.join(", ", vocabulary.values());
    if (vocabulary.open()) {
      findings.warning(place, vocabulary.section() + "/vocabulary", message, fix);
    } else {
      findings.error(place, vocabulary.section() + "/enumeration", message, fix);
    }
  }

  private static void timestamp(
      PropertyDescription property, JsonValue value, Place place, Findings findings) {
    Optional<String> text = string(value, "2.16/timestamp", place, findings);
    Optional<StixTimestamp> time = text.flatMap(StixTimestamp::find);
    if (text.isPresent() && time.isEmpty()) {
      findings.error(
          place,
          "2.16/timestamp",
          "'" + text.get() + "' is no timestamp of RFC 3339 in UTC",
          "write it as 2016-01-20T12:31:12.123Z");
    }
    if (time.isPresent()
        && property.name().equals("time_date_stamp")
        && time.get().precision() > 0) {
      findings.error(
          place,
          "6.7.6/time_date_stamp",
          "time_date_stamp must be precise to the second",
          "write no digits behind the seconds");
    }
    if (time.isPresent() && property.common() && time.get().precision() != MILLISECONDS) {
      findings.error(
          place,
          "3.2/milliseconds",
          property.name()
              + " must be precise to the millisecond, with exactly three digits behind the second",
          "write it as 2016-01-20T12:31:12.123Z");
    }
  }
}

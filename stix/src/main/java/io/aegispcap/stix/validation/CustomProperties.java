package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyRule;
import io.aegispcap.stix.specification.Specification;
import java.util.regex.Pattern;

/// Checks properties that the specification doesn't know.
final class CustomProperties {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{2,249}");

  private final Specification specification;

  CustomProperties(Specification specification) {
    this.specification = specification;
  }

  void check(
      ObjectDescription description,
      JsonObject object,
      String name,
      JsonValue value,
      Place place,
      Findings findings) {
    if (description.rules().contains(new PropertyRule.Reserved(name))) {
      findings.error(
          place, description.section() + "/reserved", name + " is reserved", "leave it out");
      return;
    }
    if (isObject(description) && specification.commonNames().contains(name)) {
      findings.error(
          place,
          "3.2/not-applicable",
          name + " does not apply to " + description.name(),
          "leave it out");
      return;
    }
    name(name, place, findings);
    form(name, value, place, findings);
    AnyValue.check(value, place, findings);
    if (!isDefined(description, object)) {
      deprecated(name, place, findings);
    }
  }

  static void name(String name, Place place, Findings findings) {
    if (!NAME.matcher(name).matches()) {
      findings.error(
          place,
          "3.1/property-name",
          "'" + name + "' is no name of a property",
          "use 3 to 250 of a-z, 0-9 and underscores, beginning with a letter");
    }
  }

  private static boolean isObject(ObjectDescription description) {
    return switch (description.kind()) {
      case SDO, SRO, SCO, META -> true;
      case BUNDLE, STRUCTURE, EXTENSION -> false;
    };
  }

  /// Whether an extension, or the custom object itself, brings properties of its own.
  private boolean isDefined(ObjectDescription description, JsonObject object) {
    return CustomObjects.hasExtension(object, "toplevel-property-extension")
        || isObject(description) && specification.object(description.name()).isEmpty();
  }

  private static void deprecated(String name, Place place, Findings findings) {
    findings.warning(
        place,
        "11.1/deprecated",
        name + " is not of STIX 2.1, and custom properties are deprecated",
        "put it in an extension that an extension definition describes");
    if (!name.startsWith("x_")) {
      findings.warning(
          place,
          "11.1/name",
          "the name of a custom property should begin with 'x_'",
          "call it 'x_" + name + "'");
    }
  }

  /// Names tell of bytes.
  private static void form(String name, JsonValue value, Place place, Findings findings) {
    if (name.endsWith("_hex")) {
      bytes(
          value instanceof JsonString(String text) && Bytes.isHex(text),
          "2.8/hex",
          place,
          findings);
    } else if (name.endsWith("_bin")) {
      bytes(
          value instanceof JsonString(String text) && Bytes.isBase64(text),
          "2.1/binary",
          place,
          findings);
    }
  }

  private static void bytes(boolean fits, String rule, Place place, Findings findings) {
    if (!fits) {
      findings.error(
          place,
          rule,
          "the name says bytes, the value is none",
          "write pairs of hexadecimal digits for _hex, Base64 for _bin");
    }
  }
}

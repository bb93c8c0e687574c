package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.pattern.PatternCheck;
import io.aegispcap.stix.pattern.PatternError;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.Specification;
import io.aegispcap.stix.specification.SuggestedRelationships;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is said of single types of objects beyond their properties.
final class SpecialChecks {

  private static final Set<String> COUNTRIES =
      new HashSet<>(Arrays.asList(Locale.getISOCountries()));
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Map<String, String> PROTOCOLS =
      Map.of("http-request-ext", "http", "icmp-ext", "icmp", "tcp-ext", "tcp");
  private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]+");

  private final MarkingCheck markings = new MarkingCheck();

  void check(
      ObjectDescription description,
      JsonObject object,
      Place place,
      Surroundings around,
      Findings findings) {
    if (description.kind() == Kind.BUNDLE) {
      bundle(object, place, findings);
      return;
    }
    if (!around.embedded()) {
      IdentifierCheck.version(description, object, place, findings);
    }
    markings.check(object, place, findings);
    switch (description.name()) {
      case "indicator" -> indicator(object, place, findings);
      case "relationship" -> relationship(object, place, findings);
      case "observed-data" -> observed(object, place, findings);
      case "location" -> location(object, place, findings);
      case "malware-analysis" -> product(object, place, findings);
      case "network-traffic" -> traffic(object, place, findings);
      case "extension-definition" -> extensionDefinition(object, place, findings);
      case "marking-definition" -> markings.definition(object, place, findings);
      default -> {
        // Nothing more.
      }
    }
  }

  private static void indicator(JsonObject object, Place place, Findings findings) {
    if (!object.has("name") || !object.has("description")) {
      findings.warning(
          place,
          "4.7/name",
          "an indicator should have a name and a description",
          "say what it indicates");
    }
    if (!object.text("pattern_type").equals(Optional.of("stix"))) {
      return;
    }
    for (PatternError error : object.text("pattern").map(PatternCheck::errors).orElse(List.of())) {
      findings.error(
          place.member("pattern"), "9/pattern", error.toString(), "correct the pattern there");
    }
  }

  private static void relationship(JsonObject object, Place place, Findings findings) {
    Optional<StixId> source = object.text("source_ref").flatMap(StixId::find);
    Optional<StixId> target = object.text("target_ref").flatMap(StixId::find);
    Optional<String> type = object.text("relationship_type");
    if (source.isPresent()
        && target.isPresent()
        && type.isPresent()
        && !SuggestedRelationships.has(source.get().type(), type.get(), target.get().type())) {
      findings.warning(
          place.member("relationship_type"),
          "5.1/relationship_type",
          "'%s' is not meant to be between %s and %s"
              .formatted(type.get(), source.get().type(), target.get().type()),
          "use a relationship of appendix B, such as related-to");
    }
  }

  /// What is referred to must be an observable, beside relationships between such.
  private static void observed(JsonObject object, Place place, Findings findings) {
    List<String> refs = object.array("object_refs").stream().flatMap(JsonArray::texts).toList();
    boolean onlyOthers =
        refs.stream()
                .flatMap(ref -> StixId.find(ref).stream())
                .flatMap(id -> Specification.STIX_2_1.kind(id.type()).stream())
                .filter(kind -> kind != Kind.SCO)
                .count()
            == refs.size();
    if (onlyOthers && !refs.isEmpty()) {
      findings.error(
          place.member("object_refs"),
          "4.14/object_refs",
          "none of object_refs refers to an observable",
          "refer to what was observed");
    }
  }

  private static void location(JsonObject object, Place place, Findings findings) {
    if (object
        .text("administrative_area")
        .filter(area -> !SUBDIVISION.matcher(area).matches())
        .isPresent()) {
      findings.warning(
          place.member("administrative_area"),
          "4.10/administrative_area",
          "an administrative area should be a code of ISO 3166-2",
          "write it as in US-CA");
    }
    if (object
        .text("country")
        .filter(country -> !COUNTRIES.contains(country.toUpperCase(Locale.ROOT)))
        .isPresent()) {
      findings.warning(
          place.member("country"),
          "4.10/country",
          "a country should be a code of ISO 3166-1",
          "write two letters");
    }
  }

  private static void product(JsonObject object, Place place, Findings findings) {
    if (object.text("product").filter(product -> !PRODUCT.matcher(product).matches()).isPresent()) {
      findings.warning(
          place.member("product"),
          "4.12/product",
          "the name of a product should be in lower case with hyphens",
          "write it so");
    }
  }

  private static void traffic(JsonObject object, Place place, Findings findings) {
    List<String> protocols = object.array("protocols").stream().flatMap(JsonArray::texts).toList();
    PROTOCOLS.forEach(
        (extension, protocol) -> {
          if (object.object("extensions").filter(all -> all.has(extension)).isPresent()
              && protocols.stream().noneMatch(protocol::equalsIgnoreCase)) {
            findings.warning(
                place.member("protocols"),
                "6.12/protocols",
                "the protocol of " + extension + " should be among the protocols",
                "add " + protocol);
          }
        });
    if (!object.has("src_port") || !object.has("dst_port")) {
      findings.warning(
          place, "6.12/ports", "src_port and dst_port should both be there", "add the ports");
    }
  }

  private static void extensionDefinition(JsonObject object, Place place, Findings findings) {
    if (!object.has("description")) {
      findings.warning(
          place,
          "7.3/description",
          "an extension definition should have a description",
          "say what the extension conveys and how it is meant to be used");
    }
    boolean toplevel =
        object.array("extension_types").stream()
            .flatMap(JsonArray::texts)
            .anyMatch("toplevel-property-extension"::equals);
    List<String> names =
        object.array("extension_properties").stream().flatMap(JsonArray::texts).toList();
    for (int i = 0; i < names.size(); i++) {
      CustomProperties.name(names.get(i), place.member("extension_properties").item(i), findings);
    }
    if (object.has("extension_properties") && !toplevel) {
      findings.error(
          place.member("extension_properties"),
          "7.3/extension_properties",
          "extension_properties are for extensions of type toplevel-property-extension",
          "leave them out, or add the type");
    }
  }

  private static void bundle(JsonObject bundle, Place place, Findings findings) {
    IdentifierCheck.byChance(bundle, place, findings);
    SeenVersions seen = new SeenVersions();
    List<JsonValue> objects = bundle.array("objects").map(JsonArray::items).orElse(List.of());
    for (int i = 0; i < objects.size(); i++) {
      if (objects.get(i) instanceof JsonObject object && seen.again(object)) {
        duplicate(object, place.member("objects").item(i), findings);
      }
    }
  }

  static void duplicate(JsonObject object, Place place, Findings findings) {
    findings.warning(
        place,
        "8/duplicate",
        "the same version of " + object.text("id").orElse("it") + " stands twice",
        "keep one of them");
  }
}

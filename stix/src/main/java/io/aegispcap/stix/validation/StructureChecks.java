package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.Specification;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is said of single structures beyond their properties.
final class StructureChecks {

  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-(?:0\\d{3}|[1-9]\\d{3,})");
  private static final Pattern CAPEC = Pattern.compile("CAPEC-\\d+");

  private static final List<String> HASHES =
      Specification.STIX_2_1.vocabulary("hash-algorithm-ov").orElseThrow().values();

  private StructureChecks() {}

  static void check(
      ObjectDescription description, JsonObject object, Place place, Findings findings) {
    switch (description.name()) {
      case "external-reference" -> externalReference(object, place, findings);
      case "windows-process-ext" -> priority(object, place, findings);
      default -> {
        // Nothing more.
      }
    }
  }

  private static void externalReference(JsonObject object, Place place, Findings findings) {
    switch (object.text("source_name").orElse("")) {
      case "cve" -> externalId(CVE, "CVE-2016-1234", "4.19", object, place, findings);
      case "capec" -> externalId(CAPEC, "CAPEC-550", "4.1", object, place, findings);
      default -> {
        // Other sources have identifiers of their own.
      }
    }
    for (String algorithm :
        object.object("hashes").map(hashes -> hashes.members().keySet()).orElse(Set.of())) {
      if (!HASHES.contains(algorithm)) {
        findings.error(
            place.member("hashes").member(algorithm),
            "2.5/hashes",
            "'" + algorithm + "' is not in hash-algorithm-ov",
            "use one of " + String.join(", ", HASHES));
      }
    }
    if (object.has("url") && !object.has("hashes")) {
      findings.warning(
          place,
          "2.5/hashes",
          "what the url leads to can change unseen",
          "add hashes of its content");
    }
  }

  private static void externalId(
      Pattern form,
      String example,
      String section,
      JsonObject object,
      Place place,
      Findings findings) {
    if (object.text("external_id").filter(id -> form.matcher(id).matches()).isEmpty()) {
      findings.error(
          place,
          section + "/external-id",
          "the external_id of this source must be as in " + example,
          "write the identifier in that form");
    }
  }

  private static void priority(JsonObject object, Place place, Findings findings) {
    if (object.text("priority").filter(priority -> !priority.endsWith("_CLASS")).isPresent()) {
      findings.warning(
          place.member("priority"),
          "6.13.2/priority",
          "a priority class of Windows should end in _CLASS",
          "write it as NORMAL_PRIORITY_CLASS");
    }
  }
}

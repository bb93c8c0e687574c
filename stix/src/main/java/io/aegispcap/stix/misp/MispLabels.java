package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Facts of MISP as labels: `misp:type="ip-dst"`.
final class MispLabels {

  private static final List<String> FACTS =
      List.of(
          "Threat-Report",
          "misp:tool=\"AegisPCAP\"",
          "misp:tool=\"MISP-STIX-Converter\"",
          "misp:type=",
          "misp:category=",
          "misp:to_ids=",
          "misp:name=",
          "misp:meta-category=",
          "misp:galaxy-name=",
          "misp:galaxy-type=",
          "misp:threat_level_id=",
          "misp:analysis=",
          "misp:date=",
          "misp:distribution=");

  private MispLabels() {}

  static String of(String name, String value) {
    return "misp:" + name + "=\"" + value + "\"";
  }

  static JsonArray of(List<String> labels) {
    return JsonArray.ofTexts(labels);
  }

  static Optional<String> find(JsonObject object, String name) {
    String start = "misp:" + name + "=\"";
    return labels(object)
        .filter(label -> label.startsWith(start) && label.endsWith("\""))
        .map(label -> label.substring(start.length(), label.length() - 1))
        .findFirst();
  }

  /// Labels that tell no fact of ours, but were tags.
  static List<String> tags(JsonObject object) {
    return labels(object)
        .filter(label -> FACTS.stream().noneMatch(label::startsWith))
        .distinct()
        .toList();
  }

  private static Stream<String> labels(JsonObject object) {
    return object.array("labels").stream().flatMap(JsonArray::texts);
  }
}

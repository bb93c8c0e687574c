package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes values as their properties have them.
final class Encoded {

  private Encoded() {}

  static JsonNumber decimal(double value) {
    return new JsonNumber(BigDecimal.valueOf(value).toString());
  }

  static JsonValue hex(byte[] bytes) {
    return JsonValue.of(HexFormat.of().formatHex(bytes));
  }

  static JsonValue binary(byte[] bytes) {
    return JsonValue.of(Base64.getEncoder().encodeToString(bytes));
  }

  static JsonArray ids(List<StixId> ids) {
    return JsonArray.ofTexts(ids.stream().map(StixId::toString).toList());
  }

  static JsonArray structures(List<? extends Structure> structures) {
    return new JsonArray(structures.stream().<JsonValue>map(Structure::json).toList());
  }

  static JsonObject hashes(Map<String, String> hashes) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    hashes.forEach((algorithm, hash) -> members.put(algorithm, JsonValue.of(hash)));
    return new JsonObject(members);
  }

  static JsonObject extension(JsonObject json, String name, PredefinedExtension extension) {
    return json.object("extensions").orElse(JsonObject.EMPTY).with(name, extension.json());
  }

  static JsonObject observable(String type) {
    return JsonObject.EMPTY
        .with("type", JsonValue.of(type))
        .with("spec_version", JsonValue.of("2.1"));
  }

  /// With the identifier that follows from it, when one does.
  static JsonObject identified(JsonObject json) {
    return DeterministicId.of(json)
        .map(id -> json.with("id", JsonValue.of(id.toString())))
        .orElse(json);
  }
}

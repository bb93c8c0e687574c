package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Map;

/// What holds of every value, whatever it means: nothing is null, no list is empty.
final class AnyValue {

  private AnyValue() {}

  static void check(JsonValue value, Place place, Findings findings) {
    switch (value) {
      case JsonNull none ->
          findings.error(place, "2/null", "null is not allowed", "leave the property out");
      case JsonArray(List<JsonValue> items) -> {
        if (items.isEmpty()) {
          findings.error(
              place, "2.12/empty", "an empty list is not allowed", "leave the property out");
        }
        for (int i = 0; i < items.size(); i++) {
          check(items.get(i), place.item(i), findings);
        }
      }
      case JsonObject(Map<String, JsonValue> members) ->
          members.forEach((name, member) -> check(member, place.member(name), findings));
      default -> {
        // Texts, numbers and truths are values of some type of the specification.
      }
    }
  }
}

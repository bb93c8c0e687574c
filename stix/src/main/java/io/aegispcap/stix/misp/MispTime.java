package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.object.StixTimestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Times of MISP: seconds since 1970, as texts or numbers.
final class MispTime {

  private MispTime() {}

  static Optional<StixTimestamp> of(JsonObject object, String name) {
    return object
        .find(name)
        .map(value -> value instanceof JsonString(String text) ? text : value.toJson())
        .filter(text -> text.matches("\\d{1,11}"))
        .flatMap(text -> timestamp(Long.parseLong(text)));
  }

  private static Optional<StixTimestamp> timestamp(long seconds) {
    try {
      return StixTimestamp.find(StixTimestamp.of(Instant.ofEpochSecond(seconds)).text());
    } catch (DateTimeException | IllegalArgumentException beyondAllYears) {
      return Optional.empty();
    }
  }

  static String seconds(StixTimestamp time) {
    return Long.toString(time.instant().getEpochSecond());
  }
}

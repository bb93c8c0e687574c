package io.aegispcap.stix.misp;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.object.StixTimestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Times of MISP: seconds since 1970, as texts or numbers.
final class MispTime {

  private static final DateTimeFormatter SEEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

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

  /// When something was seen, which is a text of ISO 8601 with an offset.
  static Optional<StixTimestamp> seen(JsonObject object, String name) {
    return object
        .text(name)
        .flatMap(
            text -> {
              try {
                return StixTimestamp.find(OffsetDateTime.parse(text).toInstant().toString());
              } catch (DateTimeException noTime) {
                return Optional.empty();
              }
            });
  }

  static String seen(StixTimestamp time) {
    return SEEN.format(time.instant());
  }

  static String seconds(StixTimestamp time) {
    return Long.toString(time.instant().getEpochSecond());
  }
}

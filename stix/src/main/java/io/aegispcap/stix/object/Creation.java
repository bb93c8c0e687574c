package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// Where new objects get their times and identifiers from.
///
/// @param clock whose time is `created` and `modified`
/// @param ids random UUIDs
public record Creation(InstantSource clock, Supplier<UUID> ids) {

  public StixId id(String type) {
    return new StixId(type, ids.get());
  }

  public StixTimestamp time() {
    return StixTimestamp.of(clock.instant());
  }

  /// The beginning of an object other than an observable.
  JsonObject begin(String type) {
    JsonValue now = JsonValue.of(time().toString());
    return JsonObject.EMPTY
        .with("type", JsonValue.of(type))
        .with("spec_version", JsonValue.of("2.1"))
        .with("id", JsonValue.of(id(type).toString()))
        .with("created", now)
        .with("modified", now);
  }
}

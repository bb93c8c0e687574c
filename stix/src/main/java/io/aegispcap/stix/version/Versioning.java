package io.aegispcap.stix.version;

import io.aegispcap.stix.json.JsonBoolean;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.CommonProperties;
import io.aegispcap.stix.object.StixObject;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.Specification;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Makes new versions of objects and revokes them.
public final class Versioning {

  /// What makes an object the same one in all its versions.
  private static final List<String> FIXED =
      List.of("type", "id", "created", "created_by_ref", "spec_version");

  private static final Duration TICK = Duration.ofMillis(1);

  private final InstantSource clock;

  public Versioning(InstantSource clock) {
    this.clock = clock;
  }

  /// The object changed, as of now; later than it was even when the clock is behind.
  ///
  /// @throws VersioningException when it has no versions, is revoked, or the change touches what
  ///   makes it this object
  @SuppressWarnings("unchecked") // the type of an object does not change
  public <T extends CommonProperties> T newVersion(T object, UnaryOperator<T> change)
      throws VersioningException {
    check(object.json());
    return (T) StixObject.of(newVersion(object.json(), change.apply(object).json()));
  }

  /// As {@link #newVersion(CommonProperties, UnaryOperator)}, for custom objects too.
  public JsonObject newVersion(JsonObject object, JsonObject changed) throws VersioningException {
    check(object);
    for (String name : FIXED) {
      if (!object.find(name).equals(changed.find(name))) {
        throw new VersioningException(name + " may not change between versions");
      }
    }
    StixTimestamp before = timestamp(object, "modified");
    Optional<StixTimestamp> given =
        changed.find("modified").equals(object.find("modified"))
            ? Optional.empty()
            : Optional.of(timestamp(changed, "modified"));
    if (given.isPresent() && given.get().compareTo(before) <= 0) {
      throw new VersioningException("modified must be later than " + before);
    }
    StixTimestamp now = given.orElseGet(() -> later(before));
    return changed.with("modified", JsonValue.of(now.toString()));
  }

  /// The last version of an object: no longer valid.
  @SuppressWarnings("unchecked") // the type of an object does not change
  public <T extends CommonProperties> T revoke(T object) throws VersioningException {
    return (T) StixObject.of(revoke(object.json()));
  }

  public JsonObject revoke(JsonObject object) throws VersioningException {
    return newVersion(object, object.with("revoked", JsonBoolean.TRUE));
  }

  /// The most recent of several versions of one object: that with the latest `modified`.
  public static Optional<JsonObject> latest(List<JsonObject> versions) {
    return versions.stream()
        .filter(version -> version.text("modified").flatMap(StixTimestamp::find).isPresent())
        .max(
            Comparator.comparing(
                version -> new StixTimestamp(version.text("modified").orElse(""))));
  }

  private static void check(JsonObject object) throws VersioningException {
    String type = object.text("type").orElse("");
    Optional<Kind> kind = Specification.STIX_2_1.kind(type);
    if (kind.filter(it -> it == Kind.SCO || it == Kind.BUNDLE).isPresent()
        || type.equals("marking-definition")
        || !object.has("modified")) {
      throw new VersioningException(type + " objects have no versions");
    }
    if (object.truth("revoked").orElse(false)) {
      throw new VersioningException(
          object.text("id").orElse(type) + " is revoked, which no later version can undo");
    }
  }

  private static StixTimestamp timestamp(JsonObject object, String name)
      throws VersioningException {
    return object
        .text(name)
        .flatMap(StixTimestamp::find)
        .orElseThrow(() -> new VersioningException(name + " is no timestamp"));
  }

  private StixTimestamp later(StixTimestamp before) {
    StixTimestamp now = StixTimestamp.of(clock.instant());
    if (now.compareTo(before) > 0) {
      return now;
    }
    Instant next = before.instant().plus(TICK);
    return StixTimestamp.of(next);
  }
}

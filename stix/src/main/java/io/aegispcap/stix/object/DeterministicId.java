package io.aegispcap.stix.object;

import io.aegispcap.stix.json.CanonicalJson;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.Specification;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Identifiers of observables by what they say (2.9): two who see the same address give it the same
/// name.
public final class DeterministicId {

  /// The namespace of all of them.
  private static final UUID NAMESPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private static final List<String> PREFERRED_HASHES =
      List.of("MD5", "SHA-1", "SHA-256", "SHA-512");
  private static final long VERSION_5 = 5L << 12;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DeterministicId() {}

  /// Empty when its type has no contributing properties, or the object has none of them.
  public static Optional<StixId> of(JsonObject object) {
    String type = object.text("type").orElse("");
    List<String> contributing =
        Specification.STIX_2_1
            .object(type)
            .map(ObjectDescription::idContributing)
            .orElse(List.of());
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (String name : contributing) {
      object.find(name).ifPresent(value -> values.put(name, contribution(name, value)));
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new StixId(type, uuid5(CanonicalJson.bytes(new JsonObject(values)))));
  }

  /// Of several hashes one counts, so that all who know it come to the same identifier.
  private static JsonValue contribution(String name, JsonValue value) {
    if (!name.equals("hashes") || !(value instanceof JsonObject hashes)) {
      return value;
    }
    return PREFERRED_HASHES.stream()
        .filter(hashes::has)
        .findFirst()
        .or(() -> hashes.members().keySet().stream().sorted().findFirst())
        .<JsonValue>flatMap(
            algorithm -> hashes.find(algorithm).map(h -> JsonObject.of(algorithm, h)))
        .orElse(value);
  }

  private static UUID uuid5(byte[] name) {
    MessageDigest sha1;
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-1", absent);
    }
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .flip());
    ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name));
    long high = digest.getLong() & ~0xf000L | VERSION_5;
    long low = digest.getLong() & 0x3fff_ffff_ffff_ffffL | VARIANT;
    return new UUID(high, low);
  }
}

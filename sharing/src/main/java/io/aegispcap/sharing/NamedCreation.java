package io.aegispcap.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aegispcap.stix.object.Creation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// Objects whose identifiers follow from names, so that the same captures give the same bundle.
/// STIX 2.1, 2.9 wants UUIDs of version 4 for objects other than observables: their bits are those
/// of a digest here, which nobody can tell from chance who does not know the names.
final class NamedCreation {
  /// Part of all identifiers: it stays, wherever this class goes.
  private static final String NAMESPACE = "io.aegispcap.cli.sharing";

  private static final long VERSION_4 = 4L << 12;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Instant time;

  /// @param time when all of them were created
  NamedCreation(Instant time) {
    this.time = time;
  }

  /// For one object.
  ///
  /// @param parts what names it
  Creation of(String... parts) {
    UUID id = uuid(String.join("\0", parts));
    return new Creation(InstantSource.fixed(time), () -> id);
  }

  private static UUID uuid(String name) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest((NAMESPACE + '\0' + name).getBytes(UTF_8)));
    long high = digest.getLong() & ~0xf000L | VERSION_4;
    long low = digest.getLong() & 0x3fff_ffff_ffff_ffffL | VARIANT;
    return new UUID(high, low);
  }
}

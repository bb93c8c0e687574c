package io.aegispcap.platform.captures.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// What a piece's digest must be.
public record Checksum(String algorithm, byte[] expected) {
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  /// As tus spells them, with commas between them.
  public static final String SPOKEN = "sha1,sha256";

  public Checksum {
    expected = expected.clone();
  }

  /// From `Upload-Checksum`; empty when it can't be understood.
  public static Optional<Checksum> parse(String header) {
    String[] parts = header.split(" ", 2);
    if (parts.length != 2 || !ALGORITHMS.containsKey(parts[0])) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Checksum(parts[0], Base64.getDecoder().decode(parts[1])));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  boolean matches(MessageDigest digest) {
    return MessageDigest.isEqual(digest.digest(), expected);
  }
}

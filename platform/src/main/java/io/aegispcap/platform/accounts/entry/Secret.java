package io.aegispcap.platform.accounts.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// Letters and digits that nobody can guess. We keep their hash alone: being random and long, they
/// need no slow one.
public record Secret(String text) {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 40; // 238 bits

  public static Secret make(SecureRandom random) {
    return new Secret(
        random
            .ints(LENGTH, 0, ALPHABET.length())
            .map(ALPHABET::charAt)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
  }

  /// SHA-256.
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  /// Not for logs.
  @Override
  public String toString() {
    return "Secret[...]";
  }
}

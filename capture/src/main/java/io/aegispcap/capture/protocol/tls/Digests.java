package io.aegispcap.capture.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests in lower-case hexadecimal.
final class Digests {
  private Digests() {}

  static String md5(String text) {
    return hex("MD5", text.getBytes(StandardCharsets.US_ASCII));
  }

  static String sha256(String text) {
    return hex("SHA-256", text.getBytes(StandardCharsets.US_ASCII));
  }

  static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks " + algorithm, e);
    }
  }
}

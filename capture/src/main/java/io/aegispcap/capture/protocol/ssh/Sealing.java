package io.aegispcap.capture.protocol.ssh;

/// How encrypted packets of one direction are built (RFC 4253 6, RFC 5647, and OpenSSH's PROTOCOL).
///
/// @param block bytes that padding rounds up to
/// @param tag bytes after the packet that prove it
/// @param lengthApart whether the length field is left out of that rounding
/// @param lengthInClear whether the length field is readable
record Sealing(int block, int tag, boolean lengthApart, boolean lengthInClear) {
  static final int LENGTH_FIELD = 4;
  private static final int MIN_PADDING = 4;
  private static final int MIN_PACKET = 16;
  private static final int TAG = 16;
  private static final String ENCRYPT_THEN_MAC = "-etm@openssh.com";

  /// @param cipher agreed, by its SSH name
  /// @param mac agreed; plays no part where the cipher brings its own
  static Sealing of(String cipher, String mac) {
    if (cipher.startsWith("chacha20-poly1305")) {
      return new Sealing(8, TAG, true, false);
    }
    if (cipher.contains("gcm") || cipher.contains("GCM")) {
      return new Sealing(16, TAG, true, true);
    }
    boolean apart = mac.endsWith(ENCRYPT_THEN_MAC);
    return new Sealing(block(cipher), tag(mac), apart, apart);
  }

  /// Bytes on the wire of a packet with that much payload and no more padding than needed.
  int size(int payload) {
    int padded = 1 + payload + MIN_PADDING + (lengthApart ? 0 : LENGTH_FIELD);
    int body = (padded + block - 1) / block * block;
    return lengthApart ? LENGTH_FIELD + body + tag : Math.max(body, MIN_PACKET) + tag;
  }

  private static int block(String cipher) {
    return cipher.startsWith("aes")
            || cipher.startsWith("rijndael")
            || cipher.startsWith("twofish")
            || cipher.startsWith("serpent")
            || cipher.startsWith("camellia")
        ? 16
        : 8;
  }

  private static int tag(String mac) {
    String name =
        mac.endsWith(ENCRYPT_THEN_MAC)
            ? mac.substring(0, mac.length() - ENCRYPT_THEN_MAC.length())
            : mac;
    return switch (name) {
      case "none" -> 0;
      case "umac-64", "umac-64@openssh.com" -> 8;
      case "hmac-md5-96", "hmac-sha1-96" -> 12;
      case "hmac-sha2-256", "hmac-sha2-256@ssh.com", "hmac-sha256" -> 32;
      case "hmac-sha2-512", "hmac-sha512" -> 64;
      case "hmac-sha1", "hmac-ripemd160", "hmac-ripemd160@openssh.com" -> 20;
      default -> 16;
    };
  }
}

package io.aegispcap.capture.protocol.tls;

import java.util.HexFormat;

/// Protocol versions by their numbers on the wire.
final class Versions {
  static final int SSL2 = 0x0002;
  static final int TLS13 = 0x0304;

  private Versions() {}

  static boolean atLeast13(int version) {
    return version == TLS13 || version >>> 8 == 0x7f;
  }

  static String name(int version) {
    return switch (version) {
      case SSL2 -> "ssl2.0";
      case 0x0300 -> "ssl3.0";
      case 0x0301 -> "1.0";
      case 0x0302 -> "1.1";
      case 0x0303 -> "1.2";
      case TLS13 -> "1.3";
      default -> unusual(version);
    };
  }

  private static String unusual(int version) {
    return version >>> 8 == 0x7f
        ? "1.3-draft" + (version & 0xff)
        : "0x" + HexFormat.of().toHexDigits((short) version);
  }
}

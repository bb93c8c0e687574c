package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The string types of ASN.1 that certificates use. Wrong code points become U+FFFD.
final class DerText {
  private static final int UTF8 = 0x0c;
  private static final int NUMERIC = 0x12;
  private static final int PRINTABLE = 0x13;
  private static final int TELETEX = 0x14;
  private static final int IA5 = 0x16;
  private static final int VISIBLE = 0x1a;
  private static final int UNIVERSAL = 0x1c;
  private static final int BMP = 0x1e;

  private DerText() {}

  static boolean isText(int tag) {
    return switch (tag) {
      case UTF8, NUMERIC, PRINTABLE, TELETEX, IA5, VISIBLE, UNIVERSAL, BMP -> true;
      default -> false;
    };
  }

  static String read(int tag, Bytes contents) {
    return new String(contents.copy(0, contents.length()), charset(tag));
  }

  private static Charset charset(int tag) {
    return switch (tag) {
      case UTF8 -> StandardCharsets.UTF_8;
      case UNIVERSAL -> StandardCharsets.UTF_32BE;
      case BMP -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.ISO_8859_1;
    };
  }
}

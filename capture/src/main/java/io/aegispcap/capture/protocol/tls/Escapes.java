package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import java.util.HexFormat;

/// Makes text of bytes that strangers chose: printable ASCII stays, all else and the backslash
/// become `\xHH`.
final class Escapes {
  private static final HexFormat HEX = HexFormat.of();

  private Escapes() {}

  static String text(Bytes bytes) {
    StringBuilder text = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      append(text, bytes.u8(i));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int value) {
    if (value > ' ' && value < 0x7f && value != '\\') {
      text.append((char) value);
    } else {
      text.append("\\x").append(HEX.toHexDigits((byte) value));
    }
  }
}

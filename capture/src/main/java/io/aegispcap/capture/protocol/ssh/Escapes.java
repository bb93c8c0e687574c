package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Bytes;
import java.util.HexFormat;

/// Makes text of a line that a stranger chose: printable ASCII stays, all else and the backslash
/// become `\xHH`.
final class Escapes {
  private Escapes() {}

  /// Without the line end.
  static String line(Bytes bytes) {
    int end = bytes.length();
    while (end > 0 && (bytes.u8(end - 1) == '\n' || bytes.u8(end - 1) == '\r')) {
      end--;
    }
    StringBuilder text = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      append(text, bytes.u8(i));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int value) {
    if (value >= ' ' && value < 0x7f && value != '\\') {
      text.append((char) value);
    } else {
      text.append("\\x").append(HexFormat.of().toHexDigits((byte) value));
    }
  }
}

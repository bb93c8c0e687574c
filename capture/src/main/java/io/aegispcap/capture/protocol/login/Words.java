package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Locale;

/// Takes commands and reply codes apart.
final class Words {
  private Words() {}

  static String first(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? line : line.substring(0, space);
  }

  /// The first word in capitals.
  static String verb(String line) {
    return Attempts.cut(first(line), 32).toUpperCase(Locale.ROOT);
  }

  /// What follows the first word; empty when nothing does.
  static String rest(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? "" : line.substring(space + 1).strip();
  }

  /// The three digits a reply begins with (RFC 5321 4.2, RFC 959 4.2); 0 when it is a line within a
  /// reply, such as free text.
  static int code(String line) {
    if (line.length() < 3
        || (line.length() > 3 && line.charAt(3) != ' ' && line.charAt(3) != '-')) {
      return 0;
    }
    int code = 0;
    for (int i = 0; i < 3; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      code = 10 * code + digit;
    }
    return code;
  }

  /// The lines that are whole, and at most so many; the text of a stream's beginning.
  static String[] lines(Bytes first, int most) {
    String text = first.latin1(0, Math.min(first.length(), 1024));
    int end = text.lastIndexOf('\n');
    return end < 0 ? new String[0] : text.substring(0, end).replace("\r", "").split("\n", most + 1);
  }

  static boolean isText(Bytes first) {
    int length = Math.min(first.length(), 256);
    for (int i = 0; i < length; i++) {
      int value = first.u8(i);
      if ((value < ' ' && value != '\r' && value != '\n' && value != '\t') || value == 127) {
        return false;
      }
    }
    return true;
  }
}

package io.aegispcap.capture.protocol.ldap;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.util.HexFormat;

/// Writes a search filter as RFC 4515 does; of one that is very long or deep, its beginning.
final class Filter {
  private static final int LONGEST = 1024;
  private static final int DEEPEST = 32;

  private static final int AND = 0xa0;
  private static final int OR = 0xa1;
  private static final int NOT = 0xa2;
  private static final int EQUAL = 0xa3;
  private static final int SUBSTRINGS = 0xa4;
  private static final int AT_LEAST = 0xa5;
  private static final int AT_MOST = 0xa6;
  private static final int PRESENT = 0x87;
  private static final int APPROXIMATE = 0xa8;
  private static final int EXTENSIBLE = 0xa9;

  private static final HexFormat HEXADECIMAL = HexFormat.of();

  private final StringBuilder text = new StringBuilder();

  private Filter() {}

  /// @param filter before which the reader stands
  static String text(DerReader filter) {
    Filter writer = new Filter();
    writer.write(filter, 0);
    return writer.text.substring(0, Math.min(writer.text.length(), LONGEST));
  }

  private void write(DerReader filter, int depth) {
    int tag = filter.peek();
    Bytes value = filter.value();
    if (depth > DEEPEST || text.length() > LONGEST) {
      return;
    }
    text.append('(');
    DerReader parts = new DerReader(value);
    switch (tag) {
      case AND -> all('&', parts, depth);
      case OR -> all('|', parts, depth);
      case NOT -> all('!', parts, depth);
      case EQUAL -> compare("=", parts);
      case AT_LEAST -> compare(">=", parts);
      case AT_MOST -> compare("<=", parts);
      case APPROXIMATE -> compare("~=", parts);
      case PRESENT -> text.append(string(value)).append("=*");
      case SUBSTRINGS -> substrings(parts);
      case EXTENSIBLE -> extensible(parts);
      default -> throw new MalformedMessageException("no filter of LDAP");
    }
    text.append(')');
  }

  private void all(char operator, DerReader parts, int depth) {
    text.append(operator);
    while (parts.hasMore()) {
      write(parts, depth + 1);
    }
  }

  private void compare(String operator, DerReader parts) {
    text.append(string(parts.value())).append(operator).append(string(parts.value()));
  }

  /// Initial, any and final parts have tags 0x80 to 0x82.
  private void substrings(DerReader parts) {
    text.append(string(parts.value())).append('=');
    DerReader pieces = parts.in(DerReader.SEQUENCE);
    int tag = -1;
    while (pieces.hasMore() && text.length() <= LONGEST) {
      tag = pieces.peek();
      text.append(tag == 0x80 ? "" : "*").append(string(pieces.value()));
    }
    text.append(tag == 0x82 ? "" : "*");
  }

  /// Rule 0x81, attribute 0x82, value 0x83, of names' parts 0x84.
  private void extensible(DerReader parts) {
    String rule = "";
    String attribute = "";
    String value = "";
    while (parts.hasMore()) {
      int tag = parts.peek();
      String part = string(parts.value());
      switch (tag) {
        case 0x81 -> rule = ":" + part;
        case 0x82 -> attribute = part;
        case 0x83 -> value = part;
        default -> {
          // Whether parts of names count.
        }
      }
    }
    text.append(attribute).append(rule).append(":=").append(value);
  }

  /// RFC 4515 3: what would be read as syntax, and what is no text, is written in hexadecimal.
  private static String string(Bytes bytes) {
    String raw = bytes.utf8(LONGEST);
    StringBuilder escaped = new StringBuilder(raw.length());
    raw.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '(' || c == ')' || c == '*' || c == '\\' || c == 0x7f) {
                escaped.append('\\').append(HEXADECIMAL.toHexDigits((byte) c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}

package io.aegispcap.capture.protocol;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A message of a start line and header fields, as SIP and SSDP have them after HTTP's model (RFC
/// 822 3.1). Of a field that is repeated, the first counts; a line that goes on is not joined.
///
/// @param startLine at most 1,024 characters
/// @param fields by their names in lower case; values at most 1,024 characters
public record TextMessage(String startLine, Map<String, String> fields) {
  private static final int LONGEST = 1_024;
  private static final int MOST_FIELDS = 64;
  private static final int LOOKED_AT = 8_192;

  public TextMessage {
    fields = Map.copyOf(fields);
  }

  /// All of a datagram up to the empty line.
  public static TextMessage of(Bytes data) {
    String text = data.latin1(0, Math.min(data.length(), LOOKED_AT));
    Map<String, String> fields = new HashMap<>();
    int end = lineEnd(text, 0);
    String startLine = cut(text.substring(0, end));
    for (int from = end + 1; from < text.length() && fields.size() < MOST_FIELDS; from = end + 1) {
      end = lineEnd(text, from);
      String line = text.substring(from, end).strip();
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(cut(name), cut(line.substring(colon + 1).strip()));
      }
    }
    return new TextMessage(startLine.strip(), fields);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /// Empty when there is no such field.
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// Whether bytes begin with such ASCII text.
  public static boolean beginsWith(Bytes data, String text) {
    if (data.length() < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (data.u8(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

package io.aegispcap.platform.alerts.ingest;

import java.util.HexFormat;

/// Text that came from the wire, such as host names: anybody may have put anything into it.
final class WireText {
  private WireText() {}

  /// With control characters and those that turn the direction of writing spelled out, since they
  /// would hide or reorder what stands beside them; surrogates without their other half, too.
  static String visible(String text) {
    if (text.codePoints().noneMatch(WireText::hidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (hidden(point)) {
                visible.append("\\u").append(HexFormat.of().toHexDigits((char) point));
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          point <= Character.MAX_VALUE;
      default -> false;
    };
  }
}

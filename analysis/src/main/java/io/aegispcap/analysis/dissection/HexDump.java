package io.aegispcap.analysis.dissection;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Bytes as people read them: offset, hexadecimal, ASCII.
///
/// @param rows 16 bytes each, the last one fewer
/// @param left bytes that are not shown
public record HexDump(List<Row> rows, int left) {
  /// Bytes that are shown of a frame.
  public static final int MOST = 2048;

  private static final int WIDTH = 16;
  private static final HexFormat PAIRS = HexFormat.ofDelimiter(" ");

  public HexDump {
    rows = List.copyOf(rows);
  }

  /// @param offset of the first byte, four hexadecimal digits
  /// @param hex pairs with a space between them
  /// @param ascii a dot for what has no glyph there
  public record Row(String offset, String hex, String ascii) {}

  static HexDump of(byte[] bytes, int from, int length) {
    int shown = Math.min(length, MOST);
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < shown; at += WIDTH) {
      int end = Math.min(at + WIDTH, shown);
      rows.add(
          new Row(
              HexFormat.of().toHexDigits((short) at),
              PAIRS.formatHex(bytes, from + at, from + end),
              Texts.printable(bytes, from + at, end - at)));
    }
    return new HexDump(rows, length - shown);
  }
}

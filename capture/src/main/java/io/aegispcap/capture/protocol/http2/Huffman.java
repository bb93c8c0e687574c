package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.nio.charset.StandardCharsets;

/// The code of header fields (RFC 7541 Appendix B). It is canonical: lengths say it all.
final class Huffman {
  private static final int LONGEST = 30;
  private static final int SYMBOLS = 257;

  /// Length of each symbol's code, `A` for 1 bit and so on.
  private static final String LENGTHS =
      "MW\\\\\\\\\\\\\\X^\\\\^\\\\\\\\\\\\\\\\^\\\\\\\\\\\\\\\\\\FJJLMFHKJJHKHFFFEEEFFF"
          + "FFFFGHOFLJMFGGGGGGGGGGGGGGGGGGGGGGHGHMSMNFOEFEFEFFFEGGFFFEFGFEEFGGGGGOKNM\\TVTTV"
          + "VVWVWWWWWXWXXVWXWWWWUVWVWWXVUTVVWWUWVVXUVWWUUVUWVWWTVVVWVVWZZTSVWVYZZZ[[ZXYSUZ[["
          + "Z[XUUZZ\\[[[TXTUVUUWVVYYXXZWZ[ZZ[[[[[\\[[[[[Z^";

  private static final int[] FIRST_CODE = new int[LONGEST + 2];
  private static final int[] FIRST_SYMBOL = new int[LONGEST + 2];
  private static final int[] ORDERED = new int[SYMBOLS];

  static {
    int code = 0;
    int placed = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code <<= 1;
      FIRST_CODE[length] = code;
      FIRST_SYMBOL[length] = placed;
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        if (LENGTHS.charAt(symbol) - '@' == length) {
          ORDERED[placed++] = symbol;
          code++;
        }
      }
    }
    FIRST_SYMBOL[LONGEST + 1] = placed;
  }

  private Huffman() {}

  /// The text that so many bytes say; the last bits may be padding (5.2).
  static String decode(Bytes data, int from, int length) {
    byte[] text = new byte[length * 8 / 5 + 1];
    int count = 0;
    int code = 0;
    int bits = 0;
    for (int i = 0; i < 8 * length; i++) {
      code = code << 1 | data.u8(from + i / 8) >> (7 - i % 8) & 1;
      bits++;
      if (bits > LONGEST) {
        throw new MalformedMessageException("not a code of HPACK");
      }
      int index = code - FIRST_CODE[bits];
      if (index >= 0 && index < FIRST_SYMBOL[bits + 1] - FIRST_SYMBOL[bits]) {
        int symbol = ORDERED[FIRST_SYMBOL[bits] + index];
        if (symbol == SYMBOLS - 1) {
          throw new MalformedMessageException("end of string inside a string of HPACK");
        }
        text[count++] = (byte) symbol;
        code = 0;
        bits = 0;
      }
    }
    return new String(text, 0, count, StandardCharsets.ISO_8859_1);
  }
}

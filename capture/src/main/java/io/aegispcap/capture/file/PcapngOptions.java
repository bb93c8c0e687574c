package io.aegispcap.capture.file;

import java.nio.charset.StandardCharsets;

/// The options at the end of a block. Source: draft-ietf-opsawg-pcapng 3.5.
final class PcapngOptions {
  private static final int END = 0;

  private final ByteSource bytes;
  private final PcapngBlocks blocks;

  PcapngOptions(ByteSource bytes, PcapngBlocks blocks) {
    this.bytes = bytes;
    this.blocks = blocks;
  }

  /// Takes in one option.
  interface Reader {
    /// @param at where its value begins, from the position of the bytes
    /// @param length of its value
    void take(int code, long at, int length);
  }

  /// @param from where the options begin, from the position of the bytes
  /// @param to where they end at the latest; an option that claims more ends the list
  void each(long from, long to, Reader reader) {
    long at = from;
    while (at + 4 <= to && blocks.int16(at) != END) {
      int length = blocks.int16(at + 2);
      if (at + 4 + length > to) {
        return;
      }
      reader.take(blocks.int16(at), at + 4, length);
      at += 4 + (length + 3 & ~3);
    }
  }

  int int8(long at) {
    return bytes.int8(at);
  }

  long int64(long at) {
    return blocks.int64(at);
  }

  String text(long at, int length) {
    return new String(bytes.copy(at, length), StandardCharsets.UTF_8);
  }
}

package io.aegispcap.capture.file;

import java.nio.charset.StandardCharsets;

/// What the options of an interface description say. Source: draft-ietf-opsawg-pcapng 3.5 and 4.2.
///
/// @param name if_name; empty when absent
/// @param resolution if_tsresol
/// @param offset if_tsoffset in seconds
record PcapngOptions(String name, int resolution, long offset) {
  private static final int END = 0;
  private static final int NAME = 2;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;
  private static final int MAX_NAME = 256;

  /// @param from where they begin, from the position of the bytes
  /// @param to where they end at the latest; an option that claims more ends the list
  static PcapngOptions read(ByteSource bytes, PcapngBlocks blocks, long from, long to) {
    PcapngOptions options = new PcapngOptions("", TimeResolution.MICROSECONDS, 0);
    long at = from;
    while (at + 4 <= to && blocks.int16(at) != END) {
      int length = blocks.int16(at + 2);
      if (at + 4 + length > to) {
        return options;
      }
      options = options.with(bytes, blocks, at, length);
      at += 4 + (length + 3 & ~3);
    }
    return options;
  }

  private PcapngOptions with(ByteSource bytes, PcapngBlocks blocks, long at, int length) {
    int code = blocks.int16(at);
    if (code == NAME) {
      byte[] text = bytes.copy(at + 4, Math.min(length, MAX_NAME));
      return new PcapngOptions(new String(text, StandardCharsets.UTF_8), resolution, offset);
    }
    if (code == RESOLUTION && length >= 1) {
      return new PcapngOptions(name, bytes.copy(at + 4, 1)[0] & 0xff, offset);
    }
    if (code == OFFSET && length >= 8) {
      return new PcapngOptions(name, resolution, blocks.int64(at + 4));
    }
    return this;
  }
}

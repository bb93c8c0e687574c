package io.aegispcap.capture.file;

/// In which order the two lengths of a pcap record stand: of what was captured, and of what was on
/// the wire. Version 2.3 turned them round to what they are now, but not all that call themselves
/// 2.3 did so; DG/UX, which calls its version 543.0, never did.
enum PcapLengths {
  CAPTURED_FIRST,
  WIRE_FIRST,
  EITHER;

  private static final int FIRST = 8;
  private static final int SECOND = 12;
  private static final int DG_UX = 543;

  static PcapLengths of(int major, int minor) {
    if (major == DG_UX || (major == 2 && minor < 3)) {
      return WIRE_FIRST;
    }
    return major == 2 && minor == 3 ? EITHER : CAPTURED_FIRST;
  }

  /// Where in a record header the captured length stands. Where either order can be, the larger one
  /// is that on the wire.
  ///
  /// @param at where the record header begins, from the position of the bytes
  int capturedAt(ByteSource bytes, boolean swapped, long at) {
    return switch (this) {
      case CAPTURED_FIRST -> FIRST;
      case WIRE_FIRST -> SECOND;
      case EITHER -> {
        int first = PcapHeader.number(bytes, swapped, at + FIRST);
        int second = PcapHeader.number(bytes, swapped, at + SECOND);
        yield Integer.compareUnsigned(first, second) <= 0 ? FIRST : SECOND;
      }
    };
  }

  /// Where the length on the wire stands, by where the captured one does.
  static int originalAt(int capturedAt) {
    return FIRST + SECOND - capturedAt;
  }
}

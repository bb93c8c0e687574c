package io.aegispcap.capture.file;

import java.io.IOException;

/// What the file header of a pcap file says about its records. Sources: draft-ietf-opsawg-pcap, and
/// for the variants the descriptions in libpcap and Wireshark.
///
/// @param swapped whether numbers stand most significant byte first
/// @param nanoseconds whether fractions of seconds count nanoseconds, not microseconds
/// @param length bytes of the file header
/// @param recordHeader bytes before each frame
/// @param capturedAt where in a record header the captured length stands
/// @param originalAt where in a record header the length on the wire stands
/// @param snapLength as stated, which says little
/// @param linkType without the flags that share its field
record PcapHeader(
    boolean swapped,
    boolean nanoseconds,
    int length,
    int recordHeader,
    int capturedAt,
    int originalAt,
    long snapLength,
    int linkType) {
  /// Bytes of the usual file header.
  static final int LENGTH = 24;

  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int MODIFIED = 0xa1b2cd34;
  private static final int IXIA_HARDWARE = 0x1c0001ac;
  private static final int IXIA_SOFTWARE = 0x1c0001ab;

  private static final int PLAIN_RECORD = 16;
  private static final int MODIFIED_RECORD = 24;

  static boolean recognises(int magic) {
    return variant(magic) || variant(Integer.reverseBytes(magic));
  }

  private static boolean variant(int magic) {
    return switch (magic) {
      case MICROSECONDS, NANOSECONDS, MODIFIED, IXIA_HARDWARE, IXIA_SOFTWARE -> true;
      default -> false;
    };
  }

  /// @param bytes at the start of a file whose magic number is recognised
  static PcapHeader read(ByteSource bytes, Findings findings) throws IOException {
    int length = LENGTH;
    if (bytes.has(length)) {
      boolean swapped = !variant(bytes.int32(0));
      int magic = number(bytes, swapped, 0);
      length += magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE ? 4 : 0;
      if (bytes.has(length)) {
        return read(bytes, swapped, magic, length);
      }
    }
    throw findings.malformed(0, "the pcap file header of " + length + " bytes is cut short");
  }

  private static PcapHeader read(ByteSource bytes, boolean swapped, int magic, int length) {
    boolean reversed = lengthsReversed(bytes, swapped);
    return new PcapHeader(
        swapped,
        magic == NANOSECONDS || magic == IXIA_HARDWARE,
        length,
        magic == MODIFIED ? MODIFIED_RECORD : PLAIN_RECORD,
        reversed ? 12 : 8,
        reversed ? 8 : 12,
        Integer.toUnsignedLong(number(bytes, swapped, 16)),
        LinkType.normal(number(bytes, swapped, 20) & 0xffff));
  }

  /// Before version 2.3 the two lengths stood the other way round; DG/UX, which calls its version
  /// 543.0, kept that.
  private static boolean lengthsReversed(ByteSource bytes, boolean swapped) {
    int word = number(bytes, swapped, 4);
    int major = swapped ? word >>> 16 : word & 0xffff;
    int minor = swapped ? word & 0xffff : word >>> 16;
    return (major == 2 && minor < 3) || major == 543;
  }

  private static int number(ByteSource bytes, boolean swapped, long at) {
    int value = bytes.int32(at);
    return swapped ? Integer.reverseBytes(value) : value;
  }

  /// The same with records of another shape.
  PcapHeader withRecordHeader(int recordHeader) {
    return new PcapHeader(
        swapped, nanoseconds, length, recordHeader, capturedAt, originalAt, snapLength, linkType);
  }

  /// Such as "pcap, big endian, nanoseconds".
  String format() {
    return (length > LENGTH ? "IXIA lcap" : recordHeader > PLAIN_RECORD ? "modified pcap" : "pcap")
        + (swapped ? ", big endian" : "")
        + (nanoseconds ? ", nanoseconds" : "");
  }
}

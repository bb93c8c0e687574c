package io.aegispcap.capture.file;

import java.io.IOException;

/// What the file header of a pcap file says about its records. Sources: draft-ietf-opsawg-pcap, and
/// for the variants the descriptions in libpcap and Wireshark.
///
/// @param swapped whether numbers stand most significant byte first
/// @param nanoseconds whether fractions of seconds count nanoseconds, not microseconds
/// @param length bytes of the file header
/// @param recordHeader bytes before each record's content
/// @param lengths in which order the two lengths of a record stand
/// @param aix whether AIX wrote it
/// @param snapLength as stated, which says little
/// @param linkType as LINKTYPE_ value, without the flags that share its field
record PcapHeader(
    boolean swapped,
    boolean nanoseconds,
    int length,
    int recordHeader,
    PcapLengths lengths,
    boolean aix,
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
        return read(bytes, findings, swapped, magic, length);
      }
    }
    throw findings.malformed(0, "the pcap file header of " + length + " bytes is cut short");
  }

  private static PcapHeader read(
      ByteSource bytes, Findings findings, boolean swapped, int magic, int length)
      throws MalformedCaptureException {
    int word = number(bytes, swapped, 4);
    int major = swapped ? word >>> 16 : word & 0xffff;
    int minor = swapped ? word & 0xffff : word >>> 16;
    if (major < 2) {
      throw findings.malformed(
          4, "version %d.%d of pcap is older than any that is known".formatted(major, minor));
    }
    int network = number(bytes, swapped, 20);
    boolean aix =
        magic == MICROSECONDS && major == 2 && minor == 2 && AixLinkType.recognises(network);
    int linkType = aix ? AixLinkType.normal(network) : LinkType.normal(network & 0xffff);
    return new PcapHeader(
        swapped,
        aix || magic == NANOSECONDS || magic == IXIA_HARDWARE,
        length,
        magic == MODIFIED ? MODIFIED_RECORD : PLAIN_RECORD,
        PcapLengths.of(major, minor),
        aix,
        Integer.toUnsignedLong(number(bytes, swapped, 16)),
        linkType);
  }

  static int number(ByteSource bytes, boolean swapped, long at) {
    int value = bytes.int32(at);
    return swapped ? Integer.reverseBytes(value) : value;
  }

  /// The same with records of another shape.
  PcapHeader withRecordHeader(int recordHeader) {
    return new PcapHeader(
        swapped, nanoseconds, length, recordHeader, lengths, aix, snapLength, linkType);
  }

  /// Such as "pcap, big endian, nanoseconds".
  String format() {
    return variant() + (swapped ? ", big endian" : "") + (nanoseconds ? ", nanoseconds" : "");
  }

  private String variant() {
    if (length > LENGTH) {
      return "IXIA lcap";
    }
    return aix ? "AIX pcap" : recordHeader > PLAIN_RECORD ? "modified pcap" : "pcap";
  }

  /// Bytes between a record header and its frame, which both lengths count.
  int padding() {
    return aix ? AixLinkType.padding(linkType) : 0;
  }
}

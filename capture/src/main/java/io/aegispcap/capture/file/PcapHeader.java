package io.aegispcap.capture.file;

/// What the magic number of a pcap file says about its records.
///
/// @param swapped whether numbers stand most significant byte first
/// @param nanoseconds whether fractions of seconds count nanoseconds, not microseconds
/// @param recordHeader bytes before each frame
record PcapHeader(boolean swapped, boolean nanoseconds, int recordHeader, String variant) {
  static final int LENGTH = 24;

  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int MODIFIED = 0xa1b2cd34;

  static boolean recognises(int magic) {
    return variant(magic) || variant(Integer.reverseBytes(magic));
  }

  private static boolean variant(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS || magic == MODIFIED;
  }

  /// @param magic first four bytes, least significant first; recognised
  static PcapHeader of(int magic) {
    boolean swapped = !variant(magic);
    int plain = swapped ? Integer.reverseBytes(magic) : magic;
    return switch (plain) {
      case NANOSECONDS -> new PcapHeader(swapped, true, 16, "pcap, nanoseconds");
      case MODIFIED -> new PcapHeader(swapped, false, 24, "modified pcap");
      default -> new PcapHeader(swapped, false, 16, "pcap");
    };
  }
}

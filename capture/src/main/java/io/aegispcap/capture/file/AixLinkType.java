package io.aegispcap.capture.file;

/// What AIX states for a link type: interface types of RFC 1573. AIX writes pcap of version 2.2,
/// the usual magic number and nanoseconds, so that only these numbers tell its files from older
/// ones of others. Source: Wireshark's description of its captures.
final class AixLinkType {
  private static final int UNKNOWN = -1;

  private AixLinkType() {}

  static boolean recognises(int stated) {
    return normal(stated) != UNKNOWN;
  }

  /// The LINKTYPE_ value.
  static int normal(int stated) {
    return switch (stated) {
      case 6 -> LinkType.ETHERNET;
      case 9 -> LinkType.TOKEN_RING;
      case 15 -> LinkType.FDDI;
      case 24 -> LinkType.NULL;
      default -> UNKNOWN;
    };
  }

  /// Bytes that AIX puts before frames.
  static int padding(int linkType) {
    return linkType == LinkType.FDDI ? 3 : 0;
  }
}

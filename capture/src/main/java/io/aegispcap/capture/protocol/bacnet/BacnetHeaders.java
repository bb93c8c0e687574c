package io.aegispcap.capture.protocol.bacnet;

import io.aegispcap.capture.protocol.Bytes;

/// The virtual link header (135 J.2) and the network header (135 6.2).
///
/// @param link function of the virtual link
/// @param network behind a router to which the message goes; 0 for none
/// @param at where the application's message begins; -1 when there is none
record BacnetHeaders(int link, int network, int at) {
  private static final int TYPE = 0x81;
  private static final int LINK_HEADER = 4;
  private static final int FORWARDED = 0x04;
  private static final int ORIGIN = 6;
  private static final int VERSION = 1;
  private static final int NETWORK_MESSAGE = 0x80;
  private static final int HAS_DESTINATION = 0x20;
  private static final int HAS_SOURCE = 0x08;
  private static final int RESERVED = 0x50;

  static boolean fits(Bytes datagram) {
    if (datagram.length() < LINK_HEADER
        || datagram.u8(0) != TYPE
        || datagram.u16(2) != datagram.length()) {
      return false;
    }
    return switch (datagram.u8(1)) {
      case 0x00, 0x05 -> datagram.length() == 6;
      case 0x01, 0x03, 0x07 -> datagram.length() % 10 == LINK_HEADER;
      case 0x02, 0x06 -> datagram.length() == LINK_HEADER;
      case 0x08 -> datagram.length() == 10;
      case FORWARDED -> hasNetwork(datagram, LINK_HEADER + ORIGIN);
      case 0x09, 0x0a, 0x0b -> hasNetwork(datagram, LINK_HEADER);
      default -> false;
    };
  }

  private static boolean hasNetwork(Bytes datagram, int at) {
    return datagram.length() >= at + 3
        && datagram.u8(at) == VERSION
        && (datagram.u8(at + 1) & RESERVED) == 0;
  }

  /// @param datagram that [#fits]
  static BacnetHeaders of(Bytes datagram) {
    int link = datagram.u8(1);
    if (link != FORWARDED && link < 0x09) {
      return new BacnetHeaders(link, 0, -1);
    }
    int at = LINK_HEADER + (link == FORWARDED ? ORIGIN : 0);
    int control = datagram.u8(at + 1);
    at += 2;
    int network = 0;
    if ((control & HAS_DESTINATION) != 0) {
      network = datagram.u16(at);
      at += 3 + datagram.u8(at + 2);
    }
    if ((control & HAS_SOURCE) != 0) {
      at += 3 + datagram.u8(at + 2);
    }
    if ((control & HAS_DESTINATION) != 0) {
      at++; // hops left
    }
    return new BacnetHeaders(link, network, (control & NETWORK_MESSAGE) != 0 ? -1 : at);
  }
}

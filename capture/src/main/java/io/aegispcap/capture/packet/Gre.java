package io.aegispcap.capture.packet;

/// Generic routing encapsulation: version 0 (RFC 2784, RFC 2890), version 1 as PPTP uses it (RFC
/// 2637), and ERSPAN inside it (draft-foschiano-erspan).
final class Gre {
  private static final int CHECKSUM = 0x8000;
  private static final int ROUTING = 0x4000;
  private static final int KEY = 0x2000;
  private static final int SEQUENCE = 0x1000;
  private static final int ACKNOWLEDGEMENT = 0x0080;
  private static final int VERSION = 0x0007;
  private static final int PPP = 0x880b;
  private static final int ERSPAN_I_II = 0x88be;
  private static final int ERSPAN_III = 0x22eb;

  /// Aruba access points tunnel 802.11 frames with types 0x8200 to 0x83f0.
  private static final int ARUBA = 0x8200;

  private static final int ARUBA_MASK = 0xfe0f;

  private Gre() {}

  static int enter(Packet packet, Span span) {
    if (!span.has(4)) {
      return Layer.DONE;
    }
    int flags = span.u16(0);
    int type = span.u16(2);
    return switch (flags & VERSION) {
      case 0 -> version0(packet, span, flags, type);
      case 1 -> version1(span, flags, type);
      default -> Layer.DONE;
    };
  }

  private static int version0(Packet packet, Span span, int flags, int type) {
    if ((flags & ROUTING) != 0) {
      return Layer.DONE; // RFC 1701 source routes, long obsolete
    }
    span.skip(4 + word(flags, CHECKSUM) + word(flags, KEY) + word(flags, SEQUENCE));
    return switch (type) {
      case ERSPAN_I_II -> erspan(packet, span, (flags & SEQUENCE) != 0);
      case ERSPAN_III -> erspan(packet, span, true);
      default ->
          (type & ARUBA_MASK) == ARUBA ? Layer.IEEE_802_11 : Ethernet.announced(packet, span, type);
    };
  }

  private static int word(int flags, int bit) {
    return (flags & bit) != 0 ? 4 : 0;
  }

  private static int version1(Span span, int flags, int type) {
    if (type != PPP || (flags & KEY) == 0) {
      return Layer.DONE;
    }
    span.skip(8 + word(flags, SEQUENCE) + word(flags, ACKNOWLEDGEMENT));
    return Layer.PPP;
  }

  /// Type I has no header of its own, nor a GRE sequence number.
  private static int erspan(Packet packet, Span span, boolean header) {
    packet.tunnel = Tunnel.ERSPAN;
    if (!header) {
      return Layer.ETHERNET;
    }
    if (!span.has(12)) {
      return Layer.DONE;
    }
    switch (span.u8(0) >>> 4) {
      case 1 -> span.skip(8);
      case 2 -> span.skip((span.u8(11) & 1) != 0 ? 20 : 12);
      default -> {
        return Layer.DONE;
      }
    }
    return Layer.ETHERNET;
  }
}

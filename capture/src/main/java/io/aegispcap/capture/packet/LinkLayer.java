package io.aegispcap.capture.packet;

/// Begins decoding at a frame's link layer, told by its LINKTYPE_ value
/// (<https://www.tcpdump.org/linktypes.html>).
final class LinkLayer {
  static final int ETHERNET = 1;

  private LinkLayer() {}

  static int decode(Packet packet, Span span) {
    return switch (packet.linkType) {
      case 0, 108 -> loopback(packet, span);
      case ETHERNET -> Ethernet.decode(packet, span);
      case 6 -> TokenRing.decode(packet, span);
      case 9, 50 -> pppOrCiscoHdlc(packet, span);
      case 10 -> fddi(packet, span);
      case 12, 14, 101 -> Layer.IP;
      case 51 -> Layer.PPPOE;
      case 104 -> ciscoHdlc(packet, span);
      case 105 -> Layer.IEEE_802_11;
      case 113 -> cooked(packet, span, 16, 2, 14);
      case 119, 163 -> Radio.prismOrAvs(packet, span);
      case 127 -> Radio.tap(packet, span);
      case 192 -> perPacketInformation(packet, span);
      case 204 -> directed(packet, span);
      case 228 -> ip(packet, Ethernet.IPV4, Layer.IPV4);
      case 229 -> ip(packet, Ethernet.IPV6, Layer.IPV6);
      case 239 -> Nflog.decode(packet, span);
      case 258 -> pktap(packet, span);
      case 276 -> cooked(packet, span, 20, 8, 0);
      default -> Layer.end(packet, Outcome.UNSUPPORTED_LINK_TYPE);
    };
  }

  /// Begins anew with the link type that an encapsulating header names.
  private static int within(Packet packet, Span span, int linkType) {
    if (linkType == 192 || linkType == 258) {
      return Layer.end(packet, Outcome.MALFORMED); // such headers don't nest
    }
    int own = packet.linkType;
    packet.linkType = linkType;
    int layer = decode(packet, span);
    packet.linkType = own;
    return layer;
  }

  private static int ip(Packet packet, int etherType, int layer) {
    packet.etherType = etherType;
    return layer;
  }

  /// Without a header that says which.
  static int ipByVersion(Packet packet, Span span) {
    if (!span.has(1)) {
      return span.missing(packet);
    }
    return switch (span.u8(0) >>> 4) {
      case 4 -> ip(packet, Ethernet.IPV4, Layer.IPV4);
      case 6 -> ip(packet, Ethernet.IPV6, Layer.IPV6);
      default -> Layer.end(packet, Outcome.NOT_IP);
    };
  }

  /// The address family of the capturing system, in its own byte order.
  private static int loopback(Packet packet, Span span) {
    if (!span.has(4)) {
      return span.missing(packet);
    }
    int family = span.i32(0);
    if ((family & 0xffff) == 0) {
      family = Integer.reverseBytes(family);
    }
    span.skip(4);
    return switch (family) {
      case 2 -> ip(packet, Ethernet.IPV4, Layer.IPV4);
      case 10, 24, 28, 30 -> ip(packet, Ethernet.IPV6, Layer.IPV6); // Linux, BSDs, macOS
      default -> Layer.end(packet, Outcome.NOT_IP);
    };
  }

  private static int fddi(Packet packet, Span span) {
    if (!span.has(13)) {
      return span.missing(packet);
    }
    span.skip(13);
    return Layer.LLC;
  }

  /// LINKTYPE_PPP and PPP_HDLC captures may hold Cisco HDLC frames, told by their address byte.
  private static int pppOrCiscoHdlc(Packet packet, Span span) {
    boolean cisco = span.has(1) && (span.u8(0) & 0x7f) == 0x0f;
    return cisco ? ciscoHdlc(packet, span) : Layer.PPP;
  }

  private static int ciscoHdlc(Packet packet, Span span) {
    if (!span.has(4)) {
      return span.missing(packet);
    }
    int type = span.u16(2);
    span.skip(4);
    return Ethernet.announced(packet, span, type);
  }

  /// Linux cooked captures, version 1 and 2.
  private static int cooked(
      Packet packet, Span span, int length, int hardwareTypeAt, int protocolAt) {
    if (!span.has(length)) {
      return span.missing(packet);
    }
    int hardware = span.u16(hardwareTypeAt);
    int protocol = span.u16(protocolAt);
    span.skip(length);
    return switch (hardware) {
      case 801 -> Layer.IEEE_802_11;
      case 803 -> Radio.tap(packet, span);
      case 824 -> Layer.end(packet, Outcome.NOT_IP); // netlink
      default -> protocol == 4 ? Layer.LLC : Ethernet.announced(packet, span, protocol);
    };
  }

  /// PPP behind one byte that says who sent it.
  private static int directed(Packet packet, Span span) {
    if (!span.has(1)) {
      return span.missing(packet);
    }
    span.skip(1);
    return Layer.PPP;
  }

  /// PPI: length and link type are little-endian.
  private static int perPacketInformation(Packet packet, Span span) {
    if (!span.has(8)) {
      return span.missing(packet);
    }
    int length = Short.toUnsignedInt(Short.reverseBytes((short) span.u16(2)));
    int linkType = Integer.reverseBytes(span.i32(4));
    if (length < 8) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    span.skip(length);
    return within(packet, span, linkType);
  }

  /// Apple's header: length, record type, link type, all little-endian.
  private static int pktap(Packet packet, Span span) {
    if (!span.has(12)) {
      return span.missing(packet);
    }
    int length = Integer.reverseBytes(span.i32(0));
    int record = Integer.reverseBytes(span.i32(4));
    int linkType = Integer.reverseBytes(span.i32(8));
    if (length < 12) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    if (record == 0) {
      return Layer.end(packet, Outcome.NOT_IP);
    }
    span.skip(length);
    return within(packet, span, linkType);
  }
}

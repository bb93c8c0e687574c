package io.aegispcap.capture.packet;

/// PPP (RFC 1661), alone, over Ethernet (RFC 2516), and MPLS labels (RFC 3032), which like it name
/// what they carry in few bits.
final class PointToPoint {
  private static final int ADDRESS_AND_CONTROL = 0xff03;
  private static final int MAX_LABELS = 16;

  private PointToPoint() {}

  static int ppp(Packet packet, Span span) {
    if (span.has(2) && span.u16(0) == ADDRESS_AND_CONTROL) {
      span.skip(2);
    }
    if (!span.has(2)) {
      return span.missing(packet);
    }
    int protocol = span.u8(0);
    if ((protocol & 1) != 0) { // protocol field compression
      span.skip(1);
    } else {
      protocol = span.u16(0);
      span.skip(2);
    }
    return switch (protocol) {
      case 0x21 -> Ethernet.announced(packet, span, Ethernet.IPV4);
      case 0x57 -> Ethernet.announced(packet, span, Ethernet.IPV6);
      case 0x281, 0x283 -> Ethernet.announced(packet, span, 0x8847);
      default -> Layer.end(packet, Outcome.NOT_IP);
    };
  }

  /// A session packet over Ethernet.
  static int pppoe(Packet packet, Span span) {
    if (!span.has(6)) {
      return span.missing(packet);
    }
    int versionTypeCode = span.u16(0);
    int length = span.u16(4);
    span.skip(6);
    span.limit(length);
    return versionTypeCode == 0x1100 ? Layer.PPP : Layer.end(packet, Outcome.NOT_IP);
  }

  /// A label stack says nothing of what follows; its first bits do (RFC 4928 3).
  static int mpls(Packet packet, Span span) {
    for (int i = 0; i < MAX_LABELS; i++) {
      if (!span.has(4)) {
        return span.missing(packet);
      }
      boolean bottom = (span.i32(0) & 0x100) != 0;
      span.skip(4);
      if (bottom) {
        return afterLabels(packet, span);
      }
    }
    return Layer.end(packet, Outcome.MALFORMED);
  }

  private static int afterLabels(Packet packet, Span span) {
    if (!span.has(4)) {
      return span.missing(packet);
    }
    int first = span.i32(0);
    return switch (first >>> 28) {
      case 4 -> (first >>> 24 & 0xf) >= 5 ? Layer.IP : Layer.ETHERNET;
      case 6 -> Layer.IP;
      case 0 -> pseudowire(span);
      case 1 -> Layer.end(packet, Outcome.NOT_IP); // an associated channel (RFC 5586)
      default -> Layer.ETHERNET;
    };
  }

  /// Ethernet behind a control word (RFC 4448 4.6), unless an address begins with zeros.
  private static int pseudowire(Span span) {
    boolean controlWord = span.u16(0) == 0;
    if (controlWord) {
      span.skip(4);
    }
    return Layer.ETHERNET;
  }
}

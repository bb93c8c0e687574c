package io.aegispcap.capture.packet;

/// The packets that ICMP errors quote (RFC 792, RFC 4443 3).
final class Icmp {
  private static final int NEXT_HEADERS = 8;

  private Icmp() {}

  private static boolean error(Packet packet) {
    return packet.protocol == Packet.ICMP
        ? switch (packet.icmpType) {
          case 3, 4, 5, 11, 12 -> true;
          default -> false;
        }
        : packet.icmpType >= 1 && packet.icmpType <= 4;
  }

  /// Reads the quoted packet at the cursor when the packet is an error.
  static void quote(Packet packet, Span span) {
    if (!error(packet) || !span.has(20)) {
      return;
    }
    Quoted quoted = packet.quoted;
    int version = span.u8(0) >>> 4;
    if (version == 4) {
      quoteIpv4(quoted, span);
    } else if (version == 6 && span.has(40)) {
      quoteIpv6(quoted, span);
    }
  }

  private static void quoteIpv4(Quoted quoted, Span span) {
    int headerLength = (span.u8(0) & 0xf) << 2;
    if (headerLength < 20) {
      return;
    }
    quoted.present = true;
    quoted.protocol = span.u8(9);
    quoted.sourceHigh = 0;
    quoted.sourceLow = IpAddress.mapped(span.i32(12));
    quoted.destinationHigh = 0;
    quoted.destinationLow = IpAddress.mapped(span.i32(16));
    boolean laterFragment = (span.u16(6) & 0x1fff) != 0;
    quotePorts(quoted, span, headerLength, laterFragment);
  }

  private static void quoteIpv6(Quoted quoted, Span span) {
    quoted.present = true;
    quoted.sourceHigh = span.i64(8);
    quoted.sourceLow = span.i64(16);
    quoted.destinationHigh = span.i64(24);
    quoted.destinationLow = span.i64(32);
    int next = span.u8(6);
    int at = 40;
    boolean laterFragment = false;
    for (int i = 0; i < NEXT_HEADERS && skippable(next) && span.has(at + 8); i++) {
      laterFragment |= next == Ipv6.FRAGMENT && (span.u16(at + 2) & 0xfff8) != 0;
      int length = next == Ipv6.FRAGMENT ? 8 : (span.u8(at + 1) + 1) << 3;
      next = span.u8(at);
      at += length;
    }
    quoted.protocol = next;
    quotePorts(quoted, span, at, laterFragment);
  }

  private static boolean skippable(int next) {
    return next == Ipv6.HOP_BY_HOP
        || next == Ipv6.ROUTING
        || next == Ipv6.FRAGMENT
        || next == Ipv6.DESTINATION_OPTIONS;
  }

  private static void quotePorts(Quoted quoted, Span span, int at, boolean laterFragment) {
    boolean ports =
        switch (quoted.protocol) {
          case Packet.TCP, Packet.UDP, Packet.SCTP, 33, 136 -> !laterFragment && span.has(at + 4);
          default -> false;
        };
    quoted.sourcePort = ports ? span.u16(at) : 0;
    quoted.destinationPort = ports ? span.u16(at + 2) : 0;
  }
}

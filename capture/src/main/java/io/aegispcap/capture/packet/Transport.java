package io.aegispcap.capture.packet;

/// Transport headers. A packet whose ports the snap length cut belongs to a flow with ports 0,
/// since its addresses are known; both ports are read, or neither.
final class Transport {
  private static final int DCCP = 33;
  private static final int UDP_LITE = 136;
  private static final int TCP_HEADER = 20;
  private static final int UDP_HEADER = 8;
  private static final int SCTP_HEADER = 12;
  private static final int ICMP_HEADER = 8;
  private static final int WINDOW_SCALE_MAX = 14;

  private Transport() {}

  static int decode(Packet packet, Span span) {
    packet.outcome = Outcome.FLOW;
    switch (packet.protocol) {
      case Packet.TCP -> tcp(packet, span);
      case Packet.UDP -> {
        return udp(packet, span);
      }
      case Packet.ICMP, Packet.ICMPV6 -> icmp(packet, span);
      case Packet.SCTP -> ports(packet, span, SCTP_HEADER);
      case UDP_LITE -> ports(packet, span, UDP_HEADER);
      case DCCP -> ports(packet, span, span.has(SCTP_HEADER) ? span.u8(4) << 2 : SCTP_HEADER);
      case Ipv6.AUTHENTICATION -> {
        return authentication(packet, span);
      }
      default -> {
        span.payload(packet, 0);
        return Layer.TUNNEL;
      }
    }
    return Layer.DONE;
  }

  /// An authentication header in IPv4 (RFC 4302); in IPv6 it is one of the extension headers.
  private static int authentication(Packet packet, Span span) {
    if (!span.has(12) || span.u8(0) == Ipv6.AUTHENTICATION) {
      span.payload(packet, 0);
      return Layer.DONE;
    }
    packet.protocol = span.u8(0);
    int length = (span.u8(1) + 2) << 2;
    packet.ipHeaderLength += Math.min(length, span.wire);
    span.skip(length);
    return decode(packet, span);
  }

  private static void tcp(Packet packet, Span span) {
    if (!span.has(TCP_HEADER)) {
      ports(packet, span, TCP_HEADER);
      return;
    }
    int ports = span.i32(0);
    packet.sourcePort = ports >>> 16;
    packet.destinationPort = ports & 0xffff;
    long numbers = span.i64(4);
    packet.sequence = numbers >>> 32;
    packet.acknowledgement = numbers & 0xffff_ffffL;
    int word = span.i32(12);
    packet.flags = (word >>> 16) & 0xff;
    packet.windowSize = word & 0xffff;
    int headerLength = (word >>> 26) & 0x3c;
    if ((packet.flags & Packet.SYN) != 0) {
      options(packet, span, Math.min(headerLength, span.captured));
    }
    if (headerLength < TCP_HEADER) {
      span.limit(TCP_HEADER); // where the payload would begin is unknown
      headerLength = TCP_HEADER;
    }
    span.payload(packet, headerLength);
  }

  private static void options(Packet packet, Span span, int end) {
    int at = TCP_HEADER;
    while (at + 1 < end) {
      int kind = span.u8(at);
      if (kind == 0) {
        return;
      }
      if (kind == 1) {
        at++;
        continue;
      }
      int length = span.u8(at + 1);
      if (length < 2 || at + length > end) {
        return;
      }
      if (kind == 2 && length == 4) {
        packet.maximumSegmentSize = span.u16(at + 2);
      } else if (kind == 3 && length == 3) {
        packet.windowScale = Math.min(span.u8(at + 2), WINDOW_SCALE_MAX); // RFC 7323 2.3
      }
      at += length;
    }
  }

  private static int udp(Packet packet, Span span) {
    if (!span.has(UDP_HEADER)) {
      ports(packet, span, UDP_HEADER);
      return Layer.DONE;
    }
    long header = span.i64(0);
    packet.sourcePort = (int) (header >>> 48);
    packet.destinationPort = (int) (header >>> 32) & 0xffff;
    int length = (int) (header >>> 16) & 0xffff;
    if (length != 0) { // 0: a jumbogram (RFC 2675), or left to the network card
      span.limit(Math.max(length, UDP_HEADER));
    }
    span.payload(packet, UDP_HEADER);
    return Layer.TUNNEL;
  }

  /// A header of which just the ports matter.
  private static void ports(Packet packet, Span span, int headerLength) {
    if (span.has(4)) {
      int ports = span.i32(0);
      packet.sourcePort = ports >>> 16;
      packet.destinationPort = ports & 0xffff;
    }
    span.payload(packet, Math.min(headerLength, span.wire));
  }

  private static void icmp(Packet packet, Span span) {
    if (span.has(2)) {
      packet.icmpType = span.u8(0);
      packet.icmpCode = span.u8(1);
    }
    span.payload(packet, Math.min(ICMP_HEADER, span.wire));
    Icmp.quote(packet, span);
  }
}

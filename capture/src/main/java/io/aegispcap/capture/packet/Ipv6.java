package io.aegispcap.capture.packet;

/// IPv6 headers and extension headers (RFC 8200).
final class Ipv6 {
  static final int HOP_BY_HOP = 0;
  static final int ROUTING = 43;
  static final int FRAGMENT = 44;
  static final int AUTHENTICATION = 51;
  static final int NO_NEXT_HEADER = 59;
  static final int DESTINATION_OPTIONS = 60;
  static final int MOBILITY = 135;
  static final int HIP = 139;
  static final int SHIM6 = 140;
  private static final int HEADER = 40;
  private static final int MAX_EXTENSIONS = 16;
  private static final int JUMBO_PAYLOAD = 0xc2;

  /// What an Ethernet frame of 64 bytes, its check sequence included, holds behind an IPv6 header.
  private static final int MAX_PADDING = 10;

  private Ipv6() {}

  static int decode(Packet packet, Span span) {
    if (!span.has(HEADER)) {
      return span.missing(packet);
    }
    long first = span.i64(0);
    if (first >>> 60 != 6) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    packet.ipVersion = 6;
    packet.trafficClass = (int) (first >>> 52) & 0xff;
    packet.protocol = (int) (first >>> 8) & 0xff;
    packet.timeToLive = (int) first & 0xff;
    packet.sourceHigh = span.i64(8);
    packet.sourceLow = span.i64(16);
    packet.destinationHigh = span.i64(24);
    packet.destinationLow = span.i64(32);
    packet.ipHeaderLength = HEADER;
    packet.fragment = false;
    int payloadLength = (int) (first >>> 16) & 0xffff;
    packet.ipLength = payloadLength == 0 ? unstatedLength(packet, span) : HEADER + payloadLength;
    span.limit(packet.ipLength);
    span.skip(HEADER);
    return extension(packet.protocol) ? extensions(packet, span) : Layer.TRANSPORT;
  }

  /// A payload length of 0 stands for a jumbogram (RFC 2675), or was left to the card that segments
  /// it, and then the frame decides; few bytes behind the header are what fills up a short frame.
  private static int unstatedLength(Packet packet, Span span) {
    if (packet.protocol == NO_NEXT_HEADER || span.wire - HEADER <= MAX_PADDING) {
      return HEADER;
    }
    boolean jumbo =
        packet.protocol == HOP_BY_HOP
            && span.has(HEADER + 8)
            && span.u16(HEADER + 2) == (JUMBO_PAYLOAD << 8 | 4);
    long length = jumbo ? HEADER + span.u32(HEADER + 4) : span.wire;
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  private static boolean extension(int protocol) {
    return switch (protocol) {
      case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION_OPTIONS -> true;
      case MOBILITY, HIP, SHIM6 -> true;
      default -> false;
    };
  }

  /// Walks the chain to the transport header, or to the fragment header where the rest lies in
  /// another packet.
  static int extensions(Packet packet, Span span) {
    for (int i = 0; i < MAX_EXTENSIONS && extension(packet.protocol); i++) {
      if (!span.has(8)) {
        return Layer.TRANSPORT; // cut or malformed inside: the flow is known, its ports are not
      }
      if (packet.protocol == FRAGMENT) {
        if (fragment(packet, span)) {
          return Layer.FRAGMENT;
        }
        continue;
      }
      if (!skip(packet, span)) {
        return Layer.TRANSPORT;
      }
    }
    return Layer.TRANSPORT;
  }

  /// Steps over one extension header, unless it is all that the packet carries.
  private static boolean skip(Packet packet, Span span) {
    int next = span.u8(0);
    boolean last = packet.protocol >= MOBILITY && next == NO_NEXT_HEADER;
    if (last) {
      return false;
    }
    int length = span.u8(1);
    step(
        packet,
        span,
        packet.protocol == AUTHENTICATION ? (length + 2) << 2 : (length + 1) << 3,
        next);
    return true;
  }

  private static void step(Packet packet, Span span, int length, int next) {
    packet.ipHeaderLength += Math.min(length, span.wire);
    packet.protocol = next;
    span.skip(length);
  }

  /// Reads a fragment header.
  ///
  /// @return false when it is an atomic fragment, which is a whole packet (RFC 6946)
  private static boolean fragment(Packet packet, Span span) {
    int next = span.u8(0);
    int offsetAndMore = span.u16(2);
    int id = span.i32(4);
    step(packet, span, 8, next);
    if ((offsetAndMore & 0xfff9) == 0) {
      return false;
    }
    packet.fragment = true;
    packet.fragmentId = id;
    packet.fragmentOffset = offsetAndMore & 0xfff8;
    packet.moreFragments = (offsetAndMore & 1) != 0;
    return true;
  }
}

package io.aegispcap.capture.packet;

/// Packets that Linux's firewall logs: an address family, then attributes in the byte order of the
/// system that took them, one of which is the packet. Source:
/// <https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html>.
final class Nflog {
  private static final int INET = 2;
  private static final int INET6 = 10;
  private static final int HEADER = 4;
  private static final int ATTRIBUTE_HEADER = 4;
  private static final int PACKET_HEADER = 1;
  private static final int PAYLOAD = 9;

  /// There is no such attribute.
  private static final int ABSENT = -1;

  /// An attribute before it makes no sense, or is cut off.
  private static final int BROKEN = -2;

  private Nflog() {}

  static int decode(Packet packet, Span span) {
    if (!span.has(HEADER)) {
      return span.missing(packet);
    }
    boolean reversed = find(span, PAYLOAD, true) != BROKEN;
    int payload = find(span, PAYLOAD, reversed);
    if (payload < 0) {
      return payload == ABSENT ? Layer.end(packet, Outcome.NOT_IP) : span.missing(packet);
    }
    int etherType = etherType(span, reversed);
    int length = length(span, payload, reversed);
    span.skip(payload + ATTRIBUTE_HEADER);
    span.limit(length - ATTRIBUTE_HEADER);
    return Ethernet.announced(packet, span, etherType);
  }

  /// Where the first attribute of a type begins, or why there is none.
  private static int find(Span span, int type, boolean reversed) {
    int at = HEADER;
    while (span.has(at + ATTRIBUTE_HEADER)) {
      int length = length(span, at, reversed);
      if (length < ATTRIBUTE_HEADER || length > span.wire - at) {
        return BROKEN;
      }
      if (u16(span, at + 2, reversed) == type) {
        return at;
      }
      at += length + 3 & ~3;
    }
    return at < span.wire ? BROKEN : ABSENT;
  }

  /// The packet's protocol: told by the family, or where a bridge saw it by its packet header.
  private static int etherType(Span span, boolean reversed) {
    return switch (span.u8(0)) {
      case INET -> Ethernet.IPV4;
      case INET6 -> Ethernet.IPV6;
      default -> {
        int header = find(span, PACKET_HEADER, reversed);
        int value = header + ATTRIBUTE_HEADER;
        yield header >= 0 && span.has(value + 2) ? span.u16(value) : 0;
      }
    };
  }

  private static int length(Span span, int at, boolean reversed) {
    return u16(span, at, reversed);
  }

  private static int u16(Span span, int at, boolean reversed) {
    int value = span.u16(at);
    return reversed ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
  }
}

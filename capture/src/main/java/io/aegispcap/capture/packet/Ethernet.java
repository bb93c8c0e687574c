package io.aegispcap.capture.packet;

/// Ethernet II and IEEE 802.3 frames, their 802.1Q tags, and what EtherTypes lead to.
final class Ethernet {
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86dd;
  static final int ARP = 0x0806;
  static final int TRANSPARENT_BRIDGING = 0x6558;
  private static final int HEADER = 14;
  private static final int MAX_LENGTH = 1500;
  private static final int MAX_TAGS = 8;

  private Ethernet() {}

  static int decode(Packet packet, Span span) {
    if (!span.has(HEADER)) {
      return span.missing(packet);
    }
    int type = span.u16(12);
    span.skip(HEADER);
    return follow(packet, span, type);
  }

  /// Goes on with what an EtherType field announces: a protocol, or up to 1500 the length of an LLC
  /// frame.
  static int follow(Packet packet, Span span, int type) {
    if (type == IPV4) {
      packet.etherType = type;
      return Layer.IPV4;
    }
    if (type <= MAX_LENGTH) {
      span.limit(type);
      return Layer.LLC;
    }
    return announced(packet, span, type);
  }

  /// Goes on with what an EtherType announces.
  static int announced(Packet packet, Span span, int type) {
    packet.etherType = type;
    return switch (type) {
      case IPV4 -> Layer.IPV4;
      case IPV6 -> Layer.IPV6;
      case 0x8100, 0x88a8, 0x9100, 0x9200 -> Layer.VLAN;
      case 0x8847, 0x8848 -> Layer.MPLS;
      case 0x8864 -> Layer.PPPOE;
      case 0x880b -> Layer.PPP;
      case TRANSPARENT_BRIDGING -> Layer.ETHERNET;
      case 0x88e7 -> backbone(packet, span);
      case 0x8926 -> Layer.VN_TAG;
      case 0x8903 -> fabricPath(packet, span);
      case ARP -> arp(packet, span);
      default -> Layer.end(packet, Outcome.NOT_IP);
    };
  }

  /// RFC 826: no packet of a conversation, but what it says can be read as the payload.
  private static int arp(Packet packet, Span span) {
    span.payload(packet, 0);
    return Layer.end(packet, Outcome.NOT_IP);
  }

  /// IEEE 802.1ah: a whole frame behind its service tag.
  private static int backbone(Packet packet, Span span) {
    if (!span.has(4)) {
      return span.missing(packet);
    }
    span.skip(4);
    return Layer.ETHERNET;
  }

  /// Cisco FabricPath: a whole frame behind its forwarding tag.
  private static int fabricPath(Packet packet, Span span) {
    if (!span.has(2)) {
      return span.missing(packet);
    }
    span.skip(2);
    return Layer.ETHERNET;
  }

  /// IEEE 802.1BR, between switches and the interfaces of virtual machines.
  static int vnTag(Packet packet, Span span) {
    if (!span.has(6)) {
      return span.missing(packet);
    }
    if (packet.tags++ == MAX_TAGS) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    int type = span.u16(4);
    span.skip(6);
    return follow(packet, span, type);
  }

  /// 802.1Q and 802.1ad tags (the older 0x9100 as well).
  static int vlan(Packet packet, Span span) {
    if (!span.has(4)) {
      return span.missing(packet);
    }
    if (packet.tags++ == MAX_TAGS) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    int id = span.u16(0) & 0xfff;
    if (packet.vlan < 0) {
      packet.vlan = id;
    } else if (packet.innerVlan < 0) {
      packet.innerVlan = id;
    }
    int type = span.u16(2);
    span.skip(4);
    return follow(packet, span, type);
  }

  /// IEEE 802.2: SNAP carries an EtherType (RFC 1042, 802.1H), SAP 6 an IPv4 packet.
  static int llc(Packet packet, Span span) {
    if (!span.has(3)) {
      return span.missing(packet);
    }
    int saps = span.u16(0);
    if (saps == 0x0606 && span.u8(2) == 3) {
      span.skip(3);
      packet.etherType = IPV4;
      return Layer.IPV4;
    }
    if (saps != 0xaaaa || span.u8(2) != 3) {
      return Layer.end(packet, Outcome.NOT_IP);
    }
    return snap(packet, span);
  }

  private static int snap(Packet packet, Span span) {
    if (!span.has(8)) {
      return span.missing(packet);
    }
    int organisation = span.i32(3) >>> 8;
    int type = span.u16(6);
    span.skip(8);
    boolean etherType = organisation == 0 || organisation == 0xf8;
    return etherType && type > MAX_LENGTH
        ? follow(packet, span, type)
        : Layer.end(packet, Outcome.NOT_IP);
  }
}

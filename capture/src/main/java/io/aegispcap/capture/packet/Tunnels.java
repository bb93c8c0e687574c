package io.aegispcap.capture.packet;

/// Headers that carry a packet inside a packet. Those over UDP are told by a well-known port and a
/// plausible header; what is neither stays the UDP packet that it is.
final class Tunnels {
  private static final int IPV4 = 4;
  private static final int IPV6 = 41;
  private static final int GRE = 47;
  private static final int L2TP = 115;

  private Tunnels() {}

  /// What the packet's protocol and ports promise; its header has yet to keep it.
  static Tunnel promised(Packet packet) {
    return switch (packet.protocol) {
      case Packet.UDP -> {
        Tunnel byDestination = overUdp(packet.destinationPort);
        yield byDestination == Tunnel.NONE ? overUdp(packet.sourcePort) : byDestination;
      }
      case IPV4, IPV6 -> Tunnel.IP_IN_IP;
      case GRE -> Tunnel.GRE;
      case L2TP -> Tunnel.L2TP;
      default -> Tunnel.NONE;
    };
  }

  private static Tunnel overUdp(int port) {
    return switch (port) {
      case 4789, 4790, 8472 -> Tunnel.VXLAN;
      case 6081 -> Tunnel.GENEVE;
      case 2152 -> Tunnel.GTP_U;
      case 3544 -> Tunnel.TEREDO;
      case 1701 -> Tunnel.L2TP;
      case 4754 -> Tunnel.GRE; // RFC 8086
      default -> Tunnel.NONE;
    };
  }

  /// Steps over the tunnel's header.
  ///
  /// @return the layer inside, or [Layer#DONE] when it is no such tunnel
  static int enter(Tunnel promised, Packet packet, Span span) {
    packet.tunnel = promised;
    return switch (promised) {
      case NONE, ERSPAN -> Layer.DONE; // ERSPAN is found in GRE
      case IP_IN_IP -> packet.protocol == IPV4 ? Layer.IPV4 : Layer.IPV6;
      case GRE -> Gre.enter(packet, span);
      case VXLAN -> vxlan(span);
      case GENEVE -> geneve(packet, span);
      case GTP_U -> gtpU(span);
      case TEREDO -> teredo(span);
      case L2TP -> packet.protocol == L2TP ? L2tpV3.session(span) : l2tp(span);
    };
  }

  /// RFC 7348; with the P bit draft-ietf-nvo3-vxlan-gpe.
  private static int vxlan(Span span) {
    if (!span.has(8)) {
      return Layer.DONE;
    }
    int flags = span.u8(0);
    int next = span.u8(3);
    boolean generic = (flags & 0x04) != 0;
    boolean plausible = (flags & 0x08) != 0 && (flags & 0x73) == 0 && span.u8(7) == 0;
    span.skip(8);
    if (!plausible) {
      return Layer.DONE;
    }
    return switch (generic ? next : 3) {
      case 1 -> Layer.IPV4;
      case 2 -> Layer.IPV6;
      case 3 -> Layer.ETHERNET;
      case 5 -> Layer.MPLS;
      default -> Layer.DONE;
    };
  }

  /// RFC 8926 3.4; control packets carry none.
  private static int geneve(Packet packet, Span span) {
    if (!span.has(8)) {
      return Layer.DONE;
    }
    int first = span.i32(0);
    boolean plausible = first >>> 30 == 0 && (first & 0x80_0000) == 0 && span.u8(7) == 0;
    span.skip(8 + (first >>> 24 & 0x3f) * 4);
    return plausible ? Ethernet.announced(packet, span, first & 0xffff) : Layer.DONE;
  }

  /// 3GPP TS 29.281 5.1: T-PDUs of version 1 only.
  private static int gtpU(Span span) {
    if (!span.has(8) || span.u8(0) >>> 4 != 3 || span.u8(1) != 0xff) {
      return Layer.DONE;
    }
    boolean optional = (span.u8(0) & 7) != 0;
    int length = span.u16(2);
    span.limit(8 + length);
    span.skip(8);
    return optional && !gtpExtensions(span) ? Layer.DONE : Layer.IP;
  }

  private static boolean gtpExtensions(Span span) {
    if (!span.has(4)) {
      return false;
    }
    int next = span.u8(3);
    span.skip(4);
    while (next != 0) {
      if (!span.has(4)) {
        return false;
      }
      int length = span.u8(0) * 4;
      if (length == 0 || !span.has(length)) {
        return false;
      }
      next = span.u8(length - 1);
      span.skip(length);
    }
    return true;
  }

  /// RFC 4380 5.1.1: an authentication header, then an origin indication, may come first.
  private static int teredo(Span span) {
    if (span.has(4) && span.u16(0) == 1) {
      span.skip(13 + span.u8(2) + span.u8(3));
    }
    if (span.has(8) && span.u16(0) == 0) {
      span.skip(8);
    }
    boolean plausible = span.has(40) && span.u8(0) >>> 4 == 6 && span.u16(4) + 40 <= span.wire;
    return plausible ? Layer.IPV6 : Layer.DONE;
  }

  /// RFC 2661 3.1: data messages.
  private static int l2tp(Span span) {
    if (!span.has(2)) {
      return Layer.DONE;
    }
    int flags = span.u16(0);
    if ((flags & 0x800f) == 3) {
      return L2tpV3.overUdp(span);
    }
    boolean plausible = (flags & 0x800f) == 2 && (flags & 0x34f0) == 0;
    int length = (flags & 0x4000) != 0 ? 8 : 6;
    if ((flags & 0x0800) != 0) {
      length += 4;
    }
    if (!plausible || !span.has(length + 2)) {
      return Layer.DONE;
    }
    if ((flags & 0x0200) != 0) {
      length += 2 + span.u16(length);
    }
    span.skip(length);
    return Layer.PPP;
  }
}

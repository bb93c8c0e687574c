package io.aegispcap.bench;

/// Finds the network layer in an Ethernet frame, behind VLAN tags, MPLS labels and PPPoE.
final class IpOffset {
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86dd;
  static final int ARP = 0x0806;
  private static final int ETHERNET = 14;
  private static final int MOST_TAGS = 8;

  private int type;
  private int at;

  /// Looks at a frame; afterwards [#type()] and [#at()] say what was found.
  void find(byte[] frame, int length) {
    type = 0;
    at = ETHERNET;
    int next = length < ETHERNET ? 0 : Bytes.u16(frame, 12);
    for (int tags = 0; tags < MOST_TAGS && at + 8 <= length && isTag(next); tags++) {
      next = behindTag(frame, next);
    }
    boolean known = next == IPV4 || next == IPV6 || next == ARP;
    type = known && at < length ? next : 0;
  }

  private static boolean isTag(int next) {
    return switch (next) {
      case 0x8100, 0x88a8, 0x9100, 0x8847, 0x8848, 0x8864 -> true;
      default -> false;
    };
  }

  private int behindTag(byte[] frame, int tag) {
    return switch (tag) {
      case 0x8864 -> behindPppoe(frame);
      case 0x8847, 0x8848 -> behindLabel(frame, tag);
      default -> {
        at += 4;
        yield Bytes.u16(frame, at - 2);
      }
    };
  }

  private int behindPppoe(byte[] frame) {
    at += 8;
    return switch (Bytes.u16(frame, at - 2)) {
      case 0x0021 -> IPV4;
      case 0x0057 -> IPV6;
      default -> 0;
    };
  }

  private int behindLabel(byte[] frame, int tag) {
    boolean bottom = (frame[at + 2] & 1) == 1;
    at += 4;
    if (!bottom) {
      return tag;
    }
    return switch (frame[at] >> 4) {
      case 4 -> IPV4;
      case 6 -> IPV6;
      default -> 0;
    };
  }

  /// EtherType of the network layer: one of the constants here, or 0 for anything else.
  int type() {
    return type;
  }

  /// Offset of the network layer in bytes.
  int at() {
    return at;
  }
}

package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;

/// Which ICMP messages ask and answer each other. Source: Community ID v1's tables, after RFC 792,
/// RFC 950, RFC 1256, RFC 4443, RFC 2710, RFC 4861, RFC 6275.
final class IcmpTypes {
  private IcmpTypes() {}

  /// The type that answers, or is answered by, this one; -1 when there is none.
  static int counterpart(int protocol, int type) {
    return protocol == Packet.ICMP ? v4(type) : v6(type);
  }

  private static int v4(int type) {
    return switch (type) {
      case 0 -> 8;
      case 8 -> 0;
      case 9 -> 10;
      case 10 -> 9;
      case 13 -> 14;
      case 14 -> 13;
      case 15 -> 16;
      case 16 -> 15;
      case 17 -> 18;
      case 18 -> 17;
      default -> -1;
    };
  }

  private static int v6(int type) {
    return switch (type) {
      case 128, 130, 133, 135, 139, 144, 146 -> type + 1;
      case 129, 131, 134, 136, 140, 145, 147 -> type - 1;
      default -> -1;
    };
  }

  /// Whether the message is an answer, so that its flow was opened by the other side.
  static boolean answers(int protocol, int type) {
    return protocol == Packet.ICMP
        ? type == 0 || type == 14 || type == 16 || type == 18
        : type == 129 || type == 136 || type == 140 || type == 145 || type == 147;
  }
}

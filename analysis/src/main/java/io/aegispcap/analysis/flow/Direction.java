package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;

/// Who opened a flow whose first packet is this one. The first packet decides, unless it is plainly
/// an answer to something before the capture.
final class Direction {
  private static final int DNS = 53;
  private static final int FIRST_UNPRIVILEGED = 1024;

  private Direction() {}

  /// Whether the packet is an answer: then its sender is the flow's destination.
  static boolean isAnswer(Packet packet) {
    return switch (packet.protocol()) {
      case Packet.TCP -> tcpAnswer(packet);
      case Packet.UDP, Packet.SCTP -> udpAnswer(packet);
      case Packet.ICMP, Packet.ICMPV6 -> IcmpTypes.answers(packet.protocol(), packet.icmpType());
      default -> false;
    };
  }

  private static boolean tcpAnswer(Packet packet) {
    if (packet.has(Packet.SYN)) {
      return packet.has(Packet.ACK);
    }
    return fromService(packet);
  }

  private static boolean udpAnswer(Packet packet) {
    if (packet.sourcePort() == DNS) {
      return packet.destinationPort() != DNS && hasDnsAnswerBit(packet);
    }
    return fromService(packet);
  }

  /// A privileged port (IANA system port, RFC 6335 6) talks to an unprivileged one.
  private static boolean fromService(Packet packet) {
    return packet.sourcePort() < FIRST_UNPRIVILEGED
        && packet.sourcePort() > 0
        && packet.destinationPort() >= FIRST_UNPRIVILEGED;
  }

  /// The QR bit (RFC 1035 4.1.1); taken as set where the snap length cut it.
  private static boolean hasDnsAnswerBit(Packet packet) {
    return packet.payloadCaptured() < 3 || packet.payload()[packet.payloadOffset() + 2] < 0;
  }
}

package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.packet.Packet;

/// Which flows may be probes: attempts to find out whether a service is there.
final class Probes {
  /// Below it ports are services' (RFC 6335 6): what comes from such a port to a higher one is an
  /// answer whose question the capture does not hold.
  private static final int FIRST_USER_PORT = 1024;

  /// Servers offer addresses to hosts that do not answer there, RFC 2131 3.1.
  private static final int DHCP_CLIENT = 68;

  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REQUEST_V6 = 128;

  private Probes() {}

  /// Whether the opener learned that nobody answers or nobody is let in: a SYN without SYN-ACK, a
  /// datagram without answer or with an ICMP error.
  static boolean failed(Flow flow) {
    return switch (flow.protocol()) {
      case Packet.TCP -> opened(flow) && !flow.handshake().synAckSeen() && dataless(flow);
      case Packet.UDP -> asks(flow) && flow.backward().packets() == 0;
      default -> false;
    };
  }

  /// Whether a port was tried and nothing said: failed, or opened and closed without a byte.
  static boolean tried(Flow flow) {
    return flow.protocol() == Packet.TCP ? opened(flow) && dataless(flow) : failed(flow);
  }

  /// Whether the opener completed or half completed a connection and reset it without a byte, as a
  /// connect or SYN scan does at an open port.
  static boolean resetAtOnce(Flow flow) {
    return flow.protocol() == Packet.TCP
        && opened(flow)
        && flow.handshake().synAckSeen()
        && dataless(flow)
        && flow.forward().rstFlags() > 0;
  }

  /// Whether a TCP conversation began with flags that no TCP sends first: none of SYN, ACK and RST
  /// (RFC 9293 3.10.7: NULL, FIN and Xmas probes).
  static boolean illegal(Flow flow) {
    return flow.protocol() == Packet.TCP
        && flow.forward().packets() > 0
        && flow.forward().synFlags() == 0
        && flow.forward().ackFlags() == 0
        && flow.forward().rstFlags() == 0
        && flow.destinationPort() != 0
        && dataless(flow)
        && toOneHost(flow);
  }

  static boolean echoRequest(Flow flow) {
    return flow.protocol() == Packet.ICMP && flow.sourcePort() == ECHO_REQUEST
        || flow.protocol() == Packet.ICMPV6 && flow.sourcePort() == ECHO_REQUEST_V6;
  }

  static boolean toOneHost(Flow flow) {
    return Addresses.oneHost(flow.destinationHigh(), flow.destinationLow())
        && Addresses.oneHost(flow.sourceHigh(), flow.sourceLow());
  }

  private static boolean opened(Flow flow) {
    return flow.handshake().synSeen() && !flow.inferred() && toOneHost(flow);
  }

  private static boolean asks(Flow flow) {
    return !flow.inferred()
        && flow.destinationPort() != DHCP_CLIENT
        && !(flow.sourcePort() < FIRST_USER_PORT && flow.destinationPort() >= FIRST_USER_PORT)
        && toOneHost(flow);
  }

  private static boolean dataless(Flow flow) {
    return flow.forward().dataPackets() == 0 && flow.backward().dataPackets() == 0;
  }
}

package io.aegispcap.analysis.flow;

/// Names of IP protocols for ECS `network.transport`: IANA's keywords in lower case.
public final class TransportNames {
  private TransportNames() {}

  /// The protocol's name; `ip-protocol-n` when it is not one of those often met.
  public static String of(int protocol) {
    return switch (protocol) {
      case 1 -> "icmp";
      case 2 -> "igmp";
      case 4 -> "ipv4";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 41 -> "ipv6";
      case 47 -> "gre";
      case 50 -> "esp";
      case 51 -> "ah";
      case 58 -> "ipv6-icmp";
      case 88 -> "eigrp";
      case 89 -> "ospf";
      case 103 -> "pim";
      case 112 -> "vrrp";
      case 115 -> "l2tp";
      case 132 -> "sctp";
      default -> "ip-protocol-" + protocol;
    };
  }
}

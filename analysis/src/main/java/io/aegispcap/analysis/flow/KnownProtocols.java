package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Protocol;
import java.util.List;

/// The application protocols that are looked for, in the order they are asked. A new protocol is a
/// line here.
public final class KnownProtocols {
  private static final List<Protocol> ALL = List.of();

  private static final List<Protocol> OVER_TCP = overTransport(Packet.TCP);
  private static final List<Protocol> OVER_UDP = overTransport(Packet.UDP);

  private KnownProtocols() {}

  public static List<Protocol> all() {
    return ALL;
  }

  private static List<Protocol> overTransport(int ipProtocol) {
    return ALL.stream().filter(protocol -> protocol.over(ipProtocol)).toList();
  }

  static List<Protocol> over(int ipProtocol) {
    return switch (ipProtocol) {
      case Packet.TCP -> OVER_TCP;
      case Packet.UDP -> OVER_UDP;
      default -> List.of();
    };
  }
}

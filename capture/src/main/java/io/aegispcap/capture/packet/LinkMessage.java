package io.aegispcap.capture.packet;

import java.util.Optional;

/// What a station says of itself to its own link, below conversations: who has an address, and who
/// routes. Immutable values.
public sealed interface LinkMessage permits ArpMessage, NeighbourMessage, RouterAdvertisement {
  /// See [FrameId].
  long frameId();

  /// Nanoseconds since 1970-01-01T00:00:00Z.
  long timestamp();

  /// VLAN id of the frame; -1 when untagged.
  int vlan();

  /// What a decoded packet says; empty when it is none of these, when it came through a tunnel, or
  /// when it is malformed.
  static Optional<LinkMessage> in(Packet packet) {
    if (packet.outcome == Outcome.NOT_IP) {
      return packet.etherType == Ethernet.ARP ? ArpMessage.in(packet) : Optional.empty();
    }
    if (packet.protocol != Packet.ICMPV6 || packet.outcome != Outcome.FLOW) {
      return Optional.empty();
    }
    return switch (packet.icmpType) {
      case RouterAdvertisement.TYPE -> RouterAdvertisement.in(packet);
      case NeighbourMessage.SOLICITATION, NeighbourMessage.ADVERTISEMENT ->
          NeighbourMessage.in(packet);
      default -> Optional.empty();
    };
  }

  /// A hardware address as ECS spells it, such as `00-00-5E-00-53-23`.
  ///
  /// @param mac 48 bits
  static String macText(long mac) {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      int value = (int) (mac >>> shift) & 0xff;
      text.append(text.isEmpty() ? "" : "-");
      text.append(Character.toUpperCase(Character.forDigit(value >> 4, 16)));
      text.append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
    }
    return text.toString();
  }
}

package io.aegispcap.capture.packet;

import java.util.Optional;

/// A question who has an IPv4 address, or an answer to it. Source: RFC 826; RFC 5227 for probes and
/// announcements.
///
/// @param frameId see [FrameId]
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z
/// @param vlan VLAN id; -1 when untagged
/// @param reply whether it says to be an answer
/// @param senderMac 48 bits, as the message says, not the frame
/// @param sender the address the sender claims; `0.0.0.0` in a probe
/// @param target the address asked for, or the one that is answered
public record ArpMessage(
    long frameId,
    long timestamp,
    int vlan,
    boolean reply,
    long senderMac,
    IpAddress sender,
    IpAddress target)
    implements LinkMessage {
  private static final int LENGTH = 28;

  /// Ethernet, IPv4, and the lengths of their addresses.
  private static final long ETHERNET_AND_IPV4 = 0x0001_0800_0604L;

  static Optional<LinkMessage> in(Packet packet) {
    if (packet.payloadCaptured < LENGTH) {
      return Optional.empty();
    }
    Span span = new Span();
    span.over(packet.payload, packet.payloadOffset, packet.payloadCaptured, packet.payloadLength);
    int operation = span.u16(6);
    if (span.i64(0) >>> 16 != ETHERNET_AND_IPV4 || (operation != 1 && operation != 2)) {
      return Optional.empty();
    }
    return Optional.of(
        new ArpMessage(
            packet.frameId(),
            packet.timestamp,
            packet.vlan,
            operation == 2,
            span.i64(8) >>> 16,
            IpAddress.v4(span.i32(14)),
            IpAddress.v4(span.i32(24))));
  }

  /// Whether the sender names an address of its own: not so in a probe.
  public boolean claims() {
    return (int) sender.low() != 0;
  }

  /// Whether it speaks of the sender's own address to all.
  public boolean announcement() {
    return sender.equals(target);
  }
}

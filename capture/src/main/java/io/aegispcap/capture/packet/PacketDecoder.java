package io.aegispcap.capture.packet;

/// Reads what a frame's headers say, from its link layer to the innermost transport. One decoder
/// sees all packets of a run in order, since fragments of one datagram lie apart.
public final class PacketDecoder {
  private static final int ETHERNET = 1;

  private final DecodeOptions options;
  private final Span span = new Span();

  public PacketDecoder(DecodeOptions options) {
    this.options = options;
  }

  /// Fills the packet's header fields and its outcome; any bytes are accepted.
  public void decode(Packet packet) {
    packet.forgetHeaders();
    span.over(packet.data, packet.offset, packet.capturedLength, packet.originalLength);
    int layer =
        packet.linkType == ETHERNET
            ? Ethernet.decode(packet, span)
            : Layer.end(packet, Outcome.UNSUPPORTED_LINK_TYPE);
    while (layer != Layer.DONE) {
      layer = next(packet, layer);
    }
  }

  private int next(Packet packet, int layer) {
    return switch (layer) {
      case Layer.IPV4 -> Ipv4.decode(packet, span);
      case Layer.TRANSPORT -> Transport.decode(packet, span);
      case Layer.TUNNEL -> Layer.DONE;
      case Layer.IPV6 -> Ipv6.decode(packet, span);
      case Layer.ETHERNET -> Ethernet.decode(packet, span);
      case Layer.VLAN -> Ethernet.vlan(packet, span);
      case Layer.LLC -> Ethernet.llc(packet, span);
      case Layer.FRAGMENT -> fragment(packet);
      default -> Layer.end(packet, Outcome.NOT_IP);
    };
  }

  private int fragment(Packet packet) {
    if (packet.fragmentOffset == 0) {
      return Layer.TRANSPORT;
    }
    span.payload(packet, 0);
    return Layer.end(packet, Outcome.FLOW);
  }

  /// Whether fragments that were [Outcome#HELD] have been given an outcome since.
  public boolean hasReleased() {
    return false;
  }

  /// Turns the cursor to the next such fragment, decoded, with the frame it came in.
  public void release(Packet packet) {
    throw new IllegalStateException("no fragment was released");
  }

  /// At the end of the capture: fragments that still wait are released as
  /// [Outcome#ORPHAN_FRAGMENT].
  public void finish() {}

  /// The options it was made with.
  public DecodeOptions options() {
    return options;
  }
}

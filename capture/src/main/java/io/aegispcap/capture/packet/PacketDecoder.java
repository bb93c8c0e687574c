package io.aegispcap.capture.packet;

/// Reads what a frame's headers say, from its link layer to the innermost transport. One decoder
/// sees all packets of a run in order, since fragments of one datagram lie apart.
///
/// A packet that a tunnel carries is read in the place of the one that carries it; when it can't be
/// read, the packet stays the carrier's. A packet whose addresses are known is in a flow, even
/// where its ports were cut off: then they are 0.
public final class PacketDecoder {
  private final DecodeOptions options;
  private final Fragments fragments;
  private final Span span = new Span();

  /// What lies behind the IP header of a fragment.
  private final Span body = new Span();

  /// The packet outside the tunnel that was opened last.
  private final Packet outer = new Packet();

  public PacketDecoder(DecodeOptions options) {
    this.options = options;
    this.fragments = new Fragments(options);
  }

  /// Fills the packet's header fields and its outcome; any bytes are accepted.
  public void decode(Packet packet) {
    packet.forgetHeaders();
    span.over(packet.data, packet.offset, packet.capturedLength, packet.originalLength);
    int layer =
        packet.linkType == LinkLayer.ETHERNET
            ? Ethernet.decode(packet, span)
            : LinkLayer.decode(packet, span);
    while (layer != Layer.DONE) {
      layer = next(packet, layer);
    }
    if (packet.tunnelDepth > 0 && !packet.outcome.hasAddresses()) {
      packet.copyHeaders(outer);
    }
  }

  private int next(Packet packet, int layer) {
    return switch (layer) {
      case Layer.IPV4 -> Ipv4.decode(packet, span);
      case Layer.TRANSPORT -> Transport.decode(packet, span);
      case Layer.TUNNEL -> tunnel(packet);
      case Layer.IPV6 -> Ipv6.decode(packet, span);
      case Layer.VLAN -> Ethernet.vlan(packet, span);
      case Layer.FRAGMENT -> fragment(packet);
      default -> rareLayer(packet, layer);
    };
  }

  private int rareLayer(Packet packet, int layer) {
    return switch (layer) {
      case Layer.ETHERNET -> Ethernet.decode(packet, span);
      case Layer.VN_TAG -> Ethernet.vnTag(packet, span);
      case Layer.LLC -> Ethernet.llc(packet, span);
      case Layer.MPLS -> PointToPoint.mpls(packet, span);
      case Layer.PPPOE -> PointToPoint.pppoe(packet, span);
      case Layer.PPP -> PointToPoint.ppp(packet, span);
      case Layer.IP -> LinkLayer.ipByVersion(packet, span);
      case Layer.IEEE_802_11 -> Wlan.decode(packet, span);
      default -> throw new IllegalStateException("no layer " + layer);
    };
  }

  private int tunnel(Packet packet) {
    Tunnel promised = Tunnels.promised(packet);
    if (promised == Tunnel.NONE
        || !options.decapsulate()
        || packet.tunnelDepth == options.maxTunnelDepth()) {
      return Layer.DONE;
    }
    return open(packet, promised);
  }

  private int open(Packet packet, Tunnel promised) {
    outer.copyHeaders(packet);
    int layer = Tunnels.enter(promised, packet, span);
    if (layer == Layer.DONE) {
      packet.copyHeaders(outer);
      return Layer.DONE;
    }
    packet.tunnelDepth++;
    packet.forgetTransport();
    return layer;
  }

  private int fragment(Packet packet) {
    body.over(span);
    boolean complete =
        packet.fragmentOffset == 0 ? firstFragment(packet) : fragments.later(packet, body, outer);
    if (!complete) {
      return Layer.DONE;
    }
    span.over(packet.payload, packet.payloadOffset, packet.payloadCaptured, packet.payloadCaptured);
    return Layer.TUNNEL;
  }

  private boolean firstFragment(Packet packet) {
    if (packet.ipVersion == 6 && Ipv6.extensions(packet, span) == Layer.FRAGMENT) {
      packet.outcome = Outcome.MALFORMED; // a fragment of a fragment
      return false;
    }
    Transport.decode(packet, span);
    return fragments.first(packet, body, outer);
  }

  /// Whether fragments that were [Outcome#HELD] have been given an outcome since.
  public boolean hasReleased() {
    return fragments.hasReleased();
  }

  /// Turns the cursor to the next such fragment, decoded, with the frame it came in.
  public void release(Packet packet) {
    fragments.release(packet);
  }

  /// At the end of the capture: fragments that still wait are released as
  /// [Outcome#ORPHAN_FRAGMENT].
  public void finish() {
    fragments.finish();
  }

  /// The options it was made with.
  public DecodeOptions options() {
    return options;
  }
}

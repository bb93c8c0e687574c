package io.aegispcap.capture.packet;

/// Token Ring frames (IEEE 802.5), which may carry the route they take behind their addresses.
final class TokenRing {
  private static final int HEADER = 14;
  private static final int SOURCE = 8;
  private static final int LLC_FRAME = 0x40;
  private static final int FRAME_TYPE = 0xc0;
  private static final int ROUTED = 0x80;
  private static final int ROUTE_LENGTH = 0x1f;

  private TokenRing() {}

  static int decode(Packet packet, Span span) {
    if (!span.has(HEADER)) {
      return span.missing(packet);
    }
    boolean llc = (span.u8(1) & FRAME_TYPE) == LLC_FRAME;
    boolean routed = (span.u8(SOURCE) & ROUTED) != 0;
    span.skip(HEADER);
    if (!llc) {
      return Layer.end(packet, Outcome.NOT_IP); // what keeps the ring going
    }
    return routed ? behindRoute(packet, span) : Layer.LLC;
  }

  private static int behindRoute(Packet packet, Span span) {
    if (!span.has(2)) {
      return span.missing(packet);
    }
    int length = span.u8(0) & ROUTE_LENGTH;
    if (length < 2 || length % 2 != 0) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    span.skip(length);
    return Layer.LLC;
  }
}

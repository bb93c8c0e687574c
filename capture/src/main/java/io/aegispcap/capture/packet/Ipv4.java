package io.aegispcap.capture.packet;

/// IPv4 headers (RFC 791).
final class Ipv4 {
  private static final int HEADER = 20;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int FRAGMENT_OFFSET = 0x1fff;

  private Ipv4() {}

  static int decode(Packet packet, Span span) {
    if (!span.has(HEADER)) {
      return span.missing(packet);
    }
    int first = span.i32(0);
    int headerLength = (first >>> 22) & 0x3c;
    int totalLength = first & 0xffff;
    if (totalLength == 0) {
      totalLength = span.wire; // left to the network card that segments it
    }
    if (first >>> 28 != 4 || headerLength < HEADER || totalLength < headerLength) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    span.limit(totalLength);
    packet.ipVersion = 4;
    packet.trafficClass = (first >>> 16) & 0xff;
    packet.ipLength = totalLength;
    packet.ipHeaderLength = headerLength;
    return addresses(packet, span);
  }

  private static int addresses(Packet packet, Span span) {
    int fragmentWord = span.i32(4);
    int lifeAndProtocol = span.u16(8);
    packet.identification = fragmentWord >>> 16;
    packet.timeToLive = lifeAndProtocol >>> 8;
    packet.protocol = lifeAndProtocol & 0xff;
    long addresses = span.i64(12);
    packet.sourceHigh = 0;
    packet.sourceLow = IpAddress.mapped((int) (addresses >>> 32));
    packet.destinationHigh = 0;
    packet.destinationLow = IpAddress.mapped((int) addresses);
    span.skip(packet.ipHeaderLength);
    if ((fragmentWord & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) == 0) {
      packet.fragment = false;
      return Layer.TRANSPORT;
    }
    packet.fragment = true;
    packet.fragmentId = fragmentWord >>> 16;
    packet.fragmentOffset = (fragmentWord & FRAGMENT_OFFSET) << 3;
    packet.moreFragments = (fragmentWord & MORE_FRAGMENTS) != 0;
    return Layer.FRAGMENT;
  }
}

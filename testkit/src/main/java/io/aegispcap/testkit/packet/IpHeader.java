package io.aegispcap.testkit.packet;

/// IPv4 or IPv6, for the checksums and fragments that need either.
abstract sealed class IpHeader implements Header permits Ipv4Header, Ipv6Header {
  final byte[] source;
  final byte[] destination;
  int timeToLive = 64;
  int trafficClass;
  int id = 1;

  IpHeader(String source, String destination) {
    this.source = Addresses.parse(source);
    this.destination = Addresses.parse(destination);
  }

  /// The sum that a transport checksum starts with (RFC 9293 3.1, RFC 8200 8.1).
  long pseudoHeader(int protocol, int length) {
    return Checksum.sum(source) + Checksum.sum(destination) + protocol + length;
  }

  /// The datagram as if it were that part of a fragmented one.
  abstract byte[] encodeFragment(Place place, int offset, boolean more);
}

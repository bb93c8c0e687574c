package io.aegispcap.capture.packet;

/// What lies at the cursor, as one header's decoder tells the next. Plain numbers, since they are
/// switched over for each header of each packet.
final class Layer {
  /// Decoding ended; the packet has its outcome.
  static final int DONE = 0;

  static final int IPV4 = 1;
  static final int IPV6 = 2;

  /// A whole transport header, of the packet's protocol.
  static final int TRANSPORT = 3;

  /// A fragment of a datagram.
  static final int FRAGMENT = 4;

  static final int ETHERNET = 5;
  static final int VLAN = 6;
  static final int MPLS = 7;
  static final int PPPOE = 8;
  static final int PPP = 9;
  static final int LLC = 10;

  /// IPv4 or IPv6, told by the version in the first four bits.
  static final int IP = 11;

  static final int IEEE_802_11 = 12;

  /// Something that carries another packet; the payload is that of a transport already read.
  static final int TUNNEL = 13;

  static final int VN_TAG = 14;

  private Layer() {}

  /// Ends decoding with that outcome.
  static int end(Packet packet, Outcome outcome) {
    packet.outcome = outcome;
    return DONE;
  }
}

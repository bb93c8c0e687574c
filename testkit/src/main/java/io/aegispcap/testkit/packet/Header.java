package io.aegispcap.testkit.packet;

/// One header of a packet being built.
interface Header {
  /// The EtherType that announces it; 0 when it has none.
  int etherType();

  /// The IP protocol number that announces it; [#NO_PROTOCOL] when it has none.
  int ipProtocol();

  /// Its bytes with everything inside it.
  byte[] encode(Place place);

  /// RFC 3692: for experimentation and testing.
  int NO_PROTOCOL = 253;

  /// IEEE 802 local experimental EtherType.
  int NO_ETHER_TYPE = 0x88b5;
}

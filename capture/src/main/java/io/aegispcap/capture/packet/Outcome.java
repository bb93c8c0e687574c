package io.aegispcap.capture.packet;

/// What became of one packet. Every packet of a capture has exactly one outcome, so that packets in
/// flows plus packets skipped, by reason, are all packets of the file.
public enum Outcome {
  /// It belongs to a flow: addresses and protocol are known.
  FLOW("in a flow"),
  /// A fragment that waits for its datagram's first fragment; it comes back later with an outcome.
  HELD("fragment waiting for the first"),
  UNSUPPORTED_LINK_TYPE("unsupported link type"),
  /// ARP, LLDP, spanning tree and everything else that is not IP.
  NOT_IP("not IP"),
  /// 802.11 management and control frames.
  NOT_DATA("802.11 management or control"),
  ENCRYPTED_FRAME("encrypted 802.11 frame"),
  /// The snap length cut the packet before its addresses.
  CUT_SHORT("cut before its addresses"),
  MALFORMED("malformed header"),
  /// A later fragment whose first fragment never came, or that did not fit the limits.
  ORPHAN_FRAGMENT("fragment without its first");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /// Whether decoding came as far as a packet's addresses.
  boolean hasAddresses() {
    return this == FLOW || this == HELD || this == ORPHAN_FRAGMENT;
  }

  /// A phrase for people, in lower case.
  public String label() {
    return label;
  }
}

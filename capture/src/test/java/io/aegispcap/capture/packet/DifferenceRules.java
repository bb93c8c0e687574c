package io.aegispcap.capture.packet;

/// Why our tuple of a packet may differ from tshark's.
final class DifferenceRules {
  private DifferenceRules() {}

  /// The rule that explains a difference; empty when there is none.
  static String explain(Packet packet, TsharkFrame frame, DecodeOptions options) {
    return "";
  }
}

package io.aegispcap.capture.packet;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Why our tuple of a packet may differ from tshark's: one sentence for each rule.
final class DifferenceRules {
  /// Layers that tshark opens and we leave closed; the packet stays the carrier's, or is not IP.
  private static final Pattern CLOSED =
      Pattern.compile(":(ayiya|wg|gtpprime|cfp|capwap\\.data|sflow):");

  private DifferenceRules() {}

  /// The rule that explains a difference; empty when there is none.
  static String explain(Packet packet, TsharkFrame frame, DecodeOptions options) {
    if (packet.outcome() == Outcome.UNSUPPORTED_LINK_TYPE) {
      return "link type " + packet.linkType() + " is not supported, and counted as such";
    }
    var closed = CLOSED.matcher(frame.protocols());
    if (closed.find()) {
      return "tshark opens " + closed.group(1) + ", we don't";
    }
    if (options.decapsulate() && fragmented(packet)) {
      return "a fragmented datagram's tunnel is opened where it is complete, not in its first part";
    }
    if (packet.outcome() == Outcome.FLOW && optionsBroken(frame)) {
      return "tshark stops in cut or broken IP options; we step over them by their length";
    }
    return packet.outcome() == Outcome.MALFORMED ? malformed(frame) : "";
  }

  private static boolean fragmented(Packet packet) {
    boolean reassembled = !Arrays.equals(packet.payload(), packet.data());
    return packet.fragment() || (packet.tunnelDepth() > 0 && reassembled);
  }

  private static boolean optionsBroken(TsharkFrame frame) {
    return frame.protocols().endsWith("ipv6.dstopts")
        || (frame.protocols().endsWith(":ip") && frame.address().isEmpty());
  }

  private static String malformed(TsharkFrame frame) {
    List<String> protocols = List.of(frame.protocols().split(":"));
    return protocols.contains("ip") || protocols.contains("ipv6")
        ? "a header of impossible lengths is malformed; tshark shows its addresses"
        : "";
  }
}

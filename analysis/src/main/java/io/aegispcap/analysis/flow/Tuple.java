package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.Quoted;

/// The five-tuple of one packet, in the packet's direction: a reused cursor. ICMP has message types
/// in place of ports, as Community ID defines it, so that a reply belongs to its request.
final class Tuple {
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int sourcePort;
  int destinationPort;
  int protocol;
  int vlan;

  /// Whether no packet of the other direction can belong to it: ICMP messages without an answer.
  boolean oneWay;

  void of(Packet packet) {
    sourceHigh = packet.sourceHigh();
    sourceLow = packet.sourceLow();
    destinationHigh = packet.destinationHigh();
    destinationLow = packet.destinationLow();
    protocol = packet.protocol();
    vlan = packet.vlan();
    sourcePort = packet.sourcePort();
    destinationPort = packet.destinationPort();
    oneWay = false;
    if (protocol == Packet.ICMP || protocol == Packet.ICMPV6) {
      ofIcmp(packet.icmpType(), packet.icmpCode());
    }
  }

  private void ofIcmp(int type, int code) {
    int answer = IcmpTypes.counterpart(protocol, type);
    sourcePort = type;
    destinationPort = answer < 0 ? code : answer;
    oneWay = answer < 0;
  }

  void of(Quoted quoted) {
    sourceHigh = quoted.sourceHigh();
    sourceLow = quoted.sourceLow();
    destinationHigh = quoted.destinationHigh();
    destinationLow = quoted.destinationLow();
    protocol = quoted.protocol();
    sourcePort = quoted.sourcePort();
    destinationPort = quoted.destinationPort();
    vlan = Flow.NO_VLAN_YET;
    oneWay = false;
  }

  /// The same for both directions.
  long hash() {
    long source = mix(sourceHigh ^ mix(sourceLow + ((long) sourcePort << 48)));
    long destination = mix(destinationHigh ^ mix(destinationLow + ((long) destinationPort << 48)));
    return mix(source + destination + protocol);
  }

  /// The finaliser of MurmurHash3.
  private static long mix(long value) {
    long x = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    x = (x ^ x >>> 33) * 0xc4ceb9fe1a85ec53L;
    return x ^ x >>> 33;
  }

  boolean isForwardOf(Flow flow) {
    return sourceLow == flow.sourceLow
        && destinationLow == flow.destinationLow
        && sourcePort == flow.sourcePort
        && destinationPort == flow.destinationPort
        && sourceHigh == flow.sourceHigh
        && destinationHigh == flow.destinationHigh
        && protocol == flow.protocol;
  }

  boolean isBackwardOf(Flow flow) {
    return !oneWay
        && sourceLow == flow.destinationLow
        && destinationLow == flow.sourceLow
        && sourcePort == flow.destinationPort
        && destinationPort == flow.sourcePort
        && sourceHigh == flow.destinationHigh
        && destinationHigh == flow.sourceHigh
        && protocol == flow.protocol;
  }

  /// Makes a flow's key of it.
  ///
  /// @param reversed whether the packet is the answering side's
  void open(Flow flow, boolean reversed) {
    flow.sourceHigh = reversed ? destinationHigh : sourceHigh;
    flow.sourceLow = reversed ? destinationLow : sourceLow;
    flow.destinationHigh = reversed ? sourceHigh : destinationHigh;
    flow.destinationLow = reversed ? sourceLow : destinationLow;
    flow.sourcePort = reversed ? destinationPort : sourcePort;
    flow.destinationPort = reversed ? sourcePort : destinationPort;
    flow.protocol = protocol;
  }
}

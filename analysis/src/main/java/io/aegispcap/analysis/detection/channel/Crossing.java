package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.capture.packet.Packet;

/// A flow between a host inside and an address outside, seen from the host: a reused cursor.
final class Crossing {
  long hostHigh;
  long hostLow;
  long peerHigh;
  long peerLow;
  int hostPort;
  long sent;
  long received;

  /// Whether the host came to the other, not the other to it. Where that is not seen, since a flow
  /// began before the capture or went on after a pause, ports tell; of two that use the same port,
  /// as VPN gateways do, neither is a server, and what each sends is its own doing.
  boolean opened;

  /// Takes a flow; false when it does not cross the border to one address.
  ///
  /// @param from whether its source is inside
  /// @param to whether its destination is
  boolean of(Flow flow, boolean from, boolean to) {
    if (from == to) {
      return false;
    }
    hostHigh = from ? flow.sourceHigh() : flow.destinationHigh();
    hostLow = from ? flow.sourceLow() : flow.destinationLow();
    peerHigh = from ? flow.destinationHigh() : flow.sourceHigh();
    peerLow = from ? flow.destinationLow() : flow.sourceLow();
    hostPort = from ? flow.sourcePort() : flow.destinationPort();
    sent = (from ? flow.forward() : flow.backward()).payloadBytes();
    received = (from ? flow.backward() : flow.forward()).payloadBytes();
    opened = opened(flow, from, from ? flow.destinationPort() : flow.sourcePort());
    return Addresses.oneHost(peerHigh, peerLow);
  }

  private boolean opened(Flow flow, boolean from, int peerPort) {
    int protocol = flow.protocol();
    boolean ports = protocol == Packet.TCP || protocol == Packet.UDP;
    if (!ports || seenToBegin(flow.forward(), flow.backward())) {
      return from;
    }
    if (hostPort == peerPort) {
      return true;
    }
    boolean telling = protocol == Packet.TCP || Math.min(hostPort, peerPort) < Door.FIRST_OPEN_PORT;
    return telling ? hostPort > peerPort : from;
  }

  private static boolean seenToBegin(FlowSide forward, FlowSide backward) {
    return forward.synFlags() + backward.synFlags() > 0;
  }
}

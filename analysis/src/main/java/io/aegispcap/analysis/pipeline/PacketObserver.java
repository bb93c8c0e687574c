package io.aegispcap.analysis.pipeline;

import io.aegispcap.capture.packet.Packet;

/// Sees every decoded packet in order, on the decoding thread: it must be quick.
@FunctionalInterface
public interface PacketObserver {
  /// @param packet a reused cursor, valid during the call
  void packet(Packet packet);
}

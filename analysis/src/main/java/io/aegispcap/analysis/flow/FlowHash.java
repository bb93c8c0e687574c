package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.Quoted;

/// The hash by which a packet's flow is found: the same in both directions, and for the packet that
/// an ICMP error quotes. One thread at a time uses an instance.
public final class FlowHash {
  private final Tuple tuple = new Tuple();

  public long of(Packet packet) {
    tuple.of(packet);
    return tuple.hash();
  }

  public long of(Quoted quoted) {
    tuple.of(quoted);
    return tuple.hash();
  }
}

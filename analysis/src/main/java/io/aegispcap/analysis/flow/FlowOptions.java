package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import java.time.Duration;

/// When flows end and what keeps them apart; recorded in every output.
///
/// @param tcpIdle TCP flows without a packet for longer end
/// @param udpIdle the same for UDP
/// @param otherIdle the same for all other protocols
/// @param active a flow that has gone on for longer is cut, and goes on as a new one
/// @param closeGrace how long late packets still belong to a flow that FIN or RST closed
/// @param maxFlows flows held at once at most, 64 or more; beyond it the idlest end early
/// @param vlanKey whether VLAN ids keep flows apart
public record FlowOptions(
    Duration tcpIdle,
    Duration udpIdle,
    Duration otherIdle,
    Duration active,
    Duration closeGrace,
    long maxFlows,
    VlanKey vlanKey) {
  /// Bytes that one flow is reckoned to take at most, for [#maxFlowsFor].
  private static final long BYTES_PER_FLOW = 3000;

  public FlowOptions {
    if (maxFlows < 64) {
      throw new IllegalArgumentException("at least 64 flows must fit, not " + maxFlows);
    }
  }

  /// 120 s idle, 30 min active, 5 s of grace.
  public static FlowOptions defaults() {
    Duration idle = Duration.ofSeconds(120);
    return new FlowOptions(
        idle,
        idle,
        idle,
        Duration.ofMinutes(30),
        Duration.ofSeconds(5),
        maxFlowsFor(Runtime.getRuntime().maxMemory()),
        VlanKey.COLLISION);
  }

  /// So many flows fit half of a heap of so many bytes.
  public static long maxFlowsFor(long heapBytes) {
    return Math.max(10_000, heapBytes / 2 / BYTES_PER_FLOW);
  }

  public FlowOptions withIdle(Duration idle) {
    return new FlowOptions(idle, idle, idle, active, closeGrace, maxFlows, vlanKey);
  }

  public FlowOptions withActive(Duration other) {
    return new FlowOptions(tcpIdle, udpIdle, otherIdle, other, closeGrace, maxFlows, vlanKey);
  }

  public FlowOptions withMaxFlows(long other) {
    return new FlowOptions(tcpIdle, udpIdle, otherIdle, active, closeGrace, other, vlanKey);
  }

  public FlowOptions withVlanKey(VlanKey other) {
    return new FlowOptions(tcpIdle, udpIdle, otherIdle, active, closeGrace, maxFlows, other);
  }

  Duration idle(int protocol) {
    return switch (protocol) {
      case Packet.TCP -> tcpIdle;
      case Packet.UDP -> udpIdle;
      default -> otherIdle;
    };
  }
}

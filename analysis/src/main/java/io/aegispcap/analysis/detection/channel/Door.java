package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.capture.packet.Packet;

/// A port of a host inside that answered somebody outside.
final class Door {
  /// More visitors than these are a public.
  static final int FEW = 3;

  /// Below are the ports of well-known services (RFC 6335 6).
  static final int FIRST_OPEN_PORT = 1_024;

  final long hostHigh;
  final long hostLow;
  private final DistinctSet visitors = new DistinctSet(FEW + 1);
  private long first = Long.MAX_VALUE;

  Door(long hostHigh, long hostLow) {
    this.hostHigh = hostHigh;
    this.hostLow = hostLow;
  }

  /// Names a port of an IP protocol.
  static long of(int protocol, int port) {
    return (long) protocol << 16 | port;
  }

  static int port(long door) {
    return (int) (door & 0xffff);
  }

  /// Such as `TCP port 445`.
  static String text(long door) {
    int protocol = (int) (door >> 16);
    return switch (protocol) {
      case Packet.TCP -> "TCP port " + port(door);
      case Packet.UDP -> "UDP port " + port(door);
      default -> "IP protocol " + protocol;
    };
  }

  void visited(long time, long visitor) {
    first = Math.min(first, time);
    visitors.add(visitor);
  }

  /// When it first answered somebody outside.
  long first() {
    return first;
  }

  /// [#FEW] + 1 stands for more.
  int visitors() {
    return visitors.size();
  }
}

package io.aegispcap.analysis.report;

import io.aegispcap.analysis.flow.ConnectionState;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.packet.Packet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What one host, or a pair of hosts, sent and got. "Out" is from the host, or from the pair's
/// lower address to its higher one.
final class Traffic {
  /// Services kept of a host or pair; those seen first.
  private static final int MAX_SERVICES = 8;

  final long high;
  final long low;
  final long peerHigh;
  final long peerLow;
  long packetsOut;
  long packetsIn;
  long bytesOut;
  long bytesIn;
  long opened;
  long answered;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;
  private int @Nullable [] services;
  private int serviceCount;

  Traffic(long high, long low, long peerHigh, long peerLow) {
    this.high = high;
    this.low = low;
    this.peerHigh = peerHigh;
    this.peerLow = peerLow;
  }

  /// @param opener whether "out" is the flow's forward direction
  void add(Flow flow, boolean opener) {
    long forwardPackets = flow.forward().packets();
    long backwardPackets = flow.backward().packets();
    long forwardBytes = flow.forward().ipBytes();
    long backwardBytes = flow.backward().ipBytes();
    packetsOut += opener ? forwardPackets : backwardPackets;
    packetsIn += opener ? backwardPackets : forwardPackets;
    bytesOut += opener ? forwardBytes : backwardBytes;
    bytesIn += opener ? backwardBytes : forwardBytes;
    opened += opener ? 1 : 0;
    answered += opener ? 0 : 1;
    first = Math.min(first, flow.start());
    last = Math.max(last, flow.end());
  }

  /// Remembers which service the flow spoke to.
  void addService(Flow flow) {
    if (serviceCount == MAX_SERVICES) {
      return;
    }
    int service = flow.protocol() << 16 | flow.destinationPort();
    int[] known = services == null ? new int[2] : services;
    for (int i = 0; i < serviceCount; i++) {
      if (known[i] == service) {
        return;
      }
    }
    if (serviceCount == known.length) {
      known = Arrays.copyOf(known, serviceCount * 2);
    }
    known[serviceCount++] = service;
    services = known;
  }

  /// Whether somebody at the destination really answered on that port.
  static boolean served(Flow flow) {
    return switch (flow.protocol()) {
      case Packet.TCP -> established(flow.state());
      case Packet.UDP, Packet.SCTP -> flow.backward().packets() > 0;
      default -> false;
    };
  }

  private static boolean established(ConnectionState state) {
    return switch (state) {
      case S1, S2, S3, SF, RSTO, RSTR -> true;
      case S0, REJ, RSTOS0, RSTRH, SH, SHR, OTH -> false;
    };
  }

  /// Protocol numbers in the upper, ports in the lower 16 bits, in ascending order.
  int[] services() {
    int[] sorted = services == null ? new int[0] : Arrays.copyOf(services, serviceCount);
    Arrays.sort(sorted);
    return sorted;
  }

  long packets() {
    return packetsOut + packetsIn;
  }

  long bytes() {
    return bytesOut + bytesIn;
  }

  long flows() {
    return opened + answered;
  }
}

package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.packet.IpAddress;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The connections of one host to one service of another: when each began, and what it sent.
final class Connections {
  private static final int MOST = 1_024;

  final IpAddress source;
  final IpAddress destination;
  final int port;
  final int protocol;
  final Proof proof = new Proof();
  final Span span = new Span();
  String application = "";
  private long[] starts = new long[4];
  private long[] sizes = new long[4];
  private int kept;
  long count;

  Connections(long sourceHigh, long sourceLow, long high, long low, long portAndProtocol) {
    this.source = new IpAddress(sourceHigh, sourceLow);
    this.destination = new IpAddress(high, low);
    this.port = (int) (portAndProtocol >>> 8);
    this.protocol = (int) (portAndProtocol & 0xff);
  }

  /// @return whether room for more was taken
  boolean add(Flow flow, boolean mayGrow) {
    count++;
    span.add(flow.start());
    proof.add(flow);
    application = application.isEmpty() ? flow.application() : application;
    boolean grown = false;
    if (kept == starts.length && mayGrow && kept < MOST) {
      starts = Arrays.copyOf(starts, kept * 2);
      sizes = Arrays.copyOf(sizes, kept * 2);
      grown = true;
    }
    if (kept < starts.length) {
      starts[kept] = flow.start();
      sizes[kept++] = flow.forward().ipBytes();
    }
    return grown;
  }

  int kept() {
    return kept;
  }

  BeaconScore score(long from, long to) {
    int[] order =
        IntStream.range(0, kept)
            .boxed()
            .sorted((a, b) -> Long.compare(starts[a], starts[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] sortedStarts = new long[kept];
    long[] sortedSizes = new long[kept];
    for (int i = 0; i < kept; i++) {
      sortedStarts[i] = starts[order[i]];
      sortedSizes[i] = sizes[order[i]];
    }
    return BeaconScore.of(sortedStarts, sortedSizes, from, to);
  }
}

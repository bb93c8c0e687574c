package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.packet.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The connections of one host to one service of another: when each began, and what it sent.
final class Connections {
  private static final int MOST = 1_024;

  /// Most pairs meet once or twice: from this connection on evidence is kept of all; of those
  /// before, of the first one.
  private static final int PROVED = 4;

  private final long sourceHigh;
  private final long sourceLow;
  private final long high;
  private final long low;
  final int port;
  final int protocol;
  private long[] starts = new long[2];
  private long[] sizes = new long[2];
  private @Nullable Proof proof;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int kept;
  private long firstFrame;
  private long packetsBefore;
  long count;

  Connections(long sourceHigh, long sourceLow, long high, long low, long portAndProtocol) {
    this.sourceHigh = sourceHigh;
    this.sourceLow = sourceLow;
    this.high = high;
    this.low = low;
    this.port = (int) (portAndProtocol >>> 8);
    this.protocol = (int) (portAndProtocol & 0xff);
  }

  /// @return whether room for more was taken
  boolean add(Flow flow, boolean mayGrow) {
    count++;
    if (flow.start() < first) {
      firstFrame = flow.firstFrame();
    }
    first = Math.min(first, flow.start());
    last = Math.max(last, flow.start());
    if (count >= PROVED) {
      prove(flow);
    } else {
      packetsBefore += flow.packets();
    }
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

  private void prove(Flow flow) {
    Proof known = proof;
    if (known == null) {
      known = new Proof();
      proof = known;
    }
    known.add(flow);
  }

  IpAddress source() {
    return new IpAddress(sourceHigh, sourceLow);
  }

  IpAddress destination() {
    return new IpAddress(high, low);
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /// Of the connections from the fourth on, and the packet that began the first.
  ///
  /// @throws IllegalStateException when there were fewer
  Evidence evidence() {
    Proof known = proof;
    if (known == null) {
      throw new IllegalStateException("fewer than " + PROVED + " connections");
    }
    Evidence later = known.evidence();
    SortedSet<Long> frames = new TreeSet<>(later.frames());
    frames.add(firstFrame);
    return new Evidence(
        Evidence.listed(List.copyOf(frames)),
        later.totalFrames() + packetsBefore,
        later.flows(),
        later.totalFlows() + PROVED - 1);
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

package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/// Remembers of each flow what proves a finding about it: some 80 bytes a flow.
final class FlowLedger {
  private static final int CHUNK = 1 << 12;
  private static final int WORDS = 10;

  private final List<long[]> chunks = new ArrayList<>();
  private long count;

  /// @return the flow's number, from 0 on
  synchronized long add(Flow flow) {
    int place = (int) (count % CHUNK) * WORDS;
    if (place == 0) {
      chunks.add(new long[CHUNK * WORDS]);
    }
    long[] chunk = chunks.getLast();
    chunk[place] = flow.sourceHigh();
    chunk[place + 1] = flow.sourceLow();
    chunk[place + 2] = flow.destinationHigh();
    chunk[place + 3] = flow.destinationLow();
    chunk[place + 4] =
        (long) flow.sourcePort() << 48
            | (long) flow.destinationPort() << 32
            | (long) flow.protocol() << 16
            | flow.vlan() & 0xffff;
    chunk[place + 5] = flow.firstFrame();
    chunk[place + 6] = flow.lastFrame();
    chunk[place + 7] = flow.packets();
    chunk[place + 8] = flow.start();
    chunk[place + 9] = flow.end();
    return count++;
  }

  synchronized long firstFrame(long flow) {
    return word(flow, 5);
  }

  private long word(long flow, int word) {
    return chunks.get((int) (flow / CHUNK))[(int) (flow % CHUNK) * WORDS + word];
  }

  /// Its addresses, ports and so on.
  private FlowKey key(long flow) {
    long rest = word(flow, 4);
    return new FlowKey(
        new IpAddress(word(flow, 0), word(flow, 1)),
        new IpAddress(word(flow, 2), word(flow, 3)),
        (int) (rest >>> 48),
        (int) (rest >>> 32) & 0xffff,
        (int) (rest >>> 16) & 0xffff,
        (short) rest);
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z of the earliest packet of all of them.
  synchronized long start(List<Long> flows) {
    return flows.stream().mapToLong(flow -> word(flow, 8)).min().orElseThrow();
  }

  /// Of the latest.
  synchronized long end(List<Long> flows) {
    return flows.stream().mapToLong(flow -> word(flow, 9)).max().orElseThrow();
  }

  /// First and last packets stand for all.
  synchronized Evidence evidence(List<Long> flows) {
    TreeSet<Long> frames = new TreeSet<>();
    SequencedSet<FlowKey> keys = new LinkedHashSet<>();
    long packets = 0;
    for (long flow : new TreeSet<>(flows)) {
      frames.add(word(flow, 5));
      frames.add(word(flow, 6));
      packets += word(flow, 7);
      keys.add(key(flow));
    }
    List<Long> kept = frames.stream().limit(Evidence.MAX_FRAMES).toList();
    return new Evidence(
        kept,
        Math.max(packets, kept.size()),
        keys.stream().limit(Evidence.MAX_FLOWS).toList(),
        keys.size());
  }
}

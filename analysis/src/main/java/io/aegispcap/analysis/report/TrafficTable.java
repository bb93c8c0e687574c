package io.aegispcap.analysis.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Traffic by host or by pair of hosts. It holds [#MAX] entries at most: when one more is needed,
/// the lighter half is dropped and counted, so that the heaviest stay whoever else passes by.
final class TrafficTable {
  static final int MAX = 131_072;

  private static final Comparator<Traffic> HEAVIEST_FIRST =
      Comparator.comparingLong(Traffic::bytes)
          .reversed()
          .thenComparing((a, b) -> Long.compareUnsigned(a.high, b.high))
          .thenComparing((a, b) -> Long.compareUnsigned(a.low, b.low))
          .thenComparing((a, b) -> Long.compareUnsigned(a.peerHigh, b.peerHigh))
          .thenComparing((a, b) -> Long.compareUnsigned(a.peerLow, b.peerLow));

  private @Nullable Traffic[] slots = new Traffic[1024];
  private int size;
  private long dropped;

  Traffic of(long high, long low, long peerHigh, long peerLow) {
    int place = place(high, low, peerHigh, peerLow);
    Traffic known = slots[place];
    if (known != null) {
      return known;
    }
    Traffic added = new Traffic(high, low, peerHigh, peerLow);
    if (size == MAX) {
      dropLighterHalf();
    } else if (size * 2 >= slots.length) {
      rebuild(entries(), slots.length * 2);
    }
    slots[place(high, low, peerHigh, peerLow)] = added;
    size++;
    return added;
  }

  private int place(long high, long low, long peerHigh, long peerLow) {
    long hash = (high * 31 + low) * 0x9e3779b97f4a7c15L;
    hash = (Long.rotateLeft(hash, 29) ^ (peerHigh * 31 + peerLow)) * 0xd6e8feb86659fd93L;
    int mask = slots.length - 1;
    int place = (int) (hash >>> 32) & mask;
    Traffic there = slots[place];
    while (there != null
        && !(there.low == low
            && there.high == high
            && there.peerLow == peerLow
            && there.peerHigh == peerHigh)) {
      place = place + 1 & mask;
      there = slots[place];
    }
    return place;
  }

  private Traffic[] entries() {
    Traffic[] entries = new Traffic[size];
    int count = 0;
    for (Traffic entry : slots) {
      if (entry != null) {
        entries[count++] = entry;
      }
    }
    return entries;
  }

  private void rebuild(Traffic[] entries, int capacity) {
    slots = new Traffic[capacity];
    size = entries.length;
    for (Traffic entry : entries) {
      slots[place(entry.high, entry.low, entry.peerHigh, entry.peerLow)] = entry;
    }
  }

  private void dropLighterHalf() {
    Traffic[] entries = entries();
    long[] bytes = Arrays.stream(entries).mapToLong(Traffic::bytes).toArray();
    Arrays.sort(bytes);
    long median = bytes[bytes.length / 2];
    Traffic[] kept =
        Arrays.stream(entries).filter(entry -> entry.bytes() > median).toArray(Traffic[]::new);
    dropped += entries.length - kept.length;
    rebuild(kept, slots.length);
  }

  /// The heaviest, at least so many if there are as many, and others that are wanted; the heaviest
  /// first.
  List<Traffic> heaviestFirst(int most, Predicate<Traffic> wanted) {
    long[] bytes = stream().mapToLong(Traffic::bytes).sorted().toArray();
    long least = bytes.length <= most ? Long.MIN_VALUE : bytes[bytes.length - most];
    return stream()
        .filter(entry -> entry.bytes() >= least || wanted.test(entry))
        .sorted(HEAVIEST_FIRST)
        .toList();
  }

  Stream<Traffic> stream() {
    return Arrays.stream(slots).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  int size() {
    return size;
  }

  /// Entries dropped for want of room; some may have come back since.
  long dropped() {
    return dropped;
  }
}

package io.aegispcap.stix.pattern.match;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/// `[...] REPEATS n TIMES`: observations are taken as often as they were made, so that a million
/// repetitions are no more work than the observed-data objects that stand for them.
final class RepeatedTest implements ObservationTest {

  private final SingleTest single;
  private final long times;

  RepeatedTest(SingleTest single, long times) {
    this.single = single;
    this.times = times;
  }

  @Override
  public boolean search(Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    return from(0, times, single.holding(search), search, frame, then);
  }

  private boolean from(
      int start, long wanted, BitSet holding, Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    for (int i = holding.nextSetBit(start);
        i >= 0 && enough(i, wanted, holding, search);
        i = holding.nextSetBit(i + 1)) {
      int next = i + 1;
      for (long count = Math.min(wanted, search.left(i)); count > 0; count--) {
        long left = wanted - count;
        Search.Continuation rest =
            left == 0 ? then : inner -> from(next, left, holding, search, inner, then);
        if (search.take(i, count, frame, rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean enough(int start, long wanted, BitSet holding, Search search) {
    long sum = 0;
    for (int i = holding.nextSetBit(start); i >= 0 && sum < wanted; i = holding.nextSetBit(i + 1)) {
      sum += search.left(i);
    }
    return sum >= wanted;
  }

  /// Whether any interval of this length has enough of them, so that it is worth looking for.
  boolean fits(Search search, Duration length) throws UnmatchableException {
    List<Observed> observed = search.observed();
    BitSet holding = single.holding(search);
    for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
      Instant from = observed.get(i).lastTime();
      long sum = 0;
      for (int j = holding.nextSetBit(0); j >= 0 && sum < times; j = holding.nextSetBit(j + 1)) {
        Observed other = observed.get(j);
        Instant first = other.firstTime();
        if (!other.lastTime().isBefore(from)
            && (!first.isAfter(from) || Duration.between(from, first).compareTo(length) < 0)) {
          sum += search.left(j);
        }
      }
      if (sum >= times) {
        return true;
      }
    }
    return false;
  }
}

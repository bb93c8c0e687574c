package io.aegispcap.analysis.detection.tracking;

import java.util.Arrays;

/// Counts events in slots of [#SLOT]; events may come out of order by up to [#SLOTS] slots.
public final class RateRing {
  /// Nanoseconds.
  public static final long SLOT = 10 * Span.SECOND;

  private static final int SLOTS = 32;

  private final long[] epochs = new long[SLOTS];
  private final long[] sums = new long[SLOTS];
  private final long[] events = new long[SLOTS];
  private long peak;
  private long peakEvents;

  public RateRing() {
    Arrays.fill(epochs, Long.MIN_VALUE);
  }

  /// Adds an event of some weight; one older than the ring counts in the slot it would have had.
  ///
  /// @return the slot's sum of weights so far
  public long add(long time, long weight) {
    long epoch = Math.floorDiv(time, SLOT);
    int index = (int) Math.floorMod(epoch, (long) SLOTS);
    if (epochs[index] < epoch) {
      epochs[index] = epoch;
      sums[index] = 0;
      events[index] = 0;
    }
    sums[index] += weight;
    events[index]++;
    if (sums[index] > peak) {
      peak = sums[index];
      peakEvents = events[index];
    }
    return sums[index];
  }

  /// Highest sum of any slot.
  public long peak() {
    return peak;
  }

  /// Events of the slot with the highest sum, when it was highest.
  public long peakEvents() {
    return peakEvents;
  }

  /// The weight of so many packets spread over a duration that falls into one slot.
  public static long share(long packets, long duration) {
    return duration <= SLOT ? packets : Math.max(1, (long) (packets * (double) SLOT / duration));
  }
}

package io.aegispcap.analysis.report;

/// Counts over time in at most 4,096 slots of equal width. The width is a power of two nanoseconds
/// and doubles whenever the range outgrows the slots, so that one pass suffices whatever the range
/// is.
final class TimeSlots {
  private static final int SLOTS = 4096;

  /// 2^10 ns, about a microsecond.
  private static final int FIRST_SHIFT = 10;

  private long[] counts = new long[SLOTS];
  private long[] sums = new long[SLOTS];
  private int shift = FIRST_SHIFT;
  private long base;
  private int used;

  /// Counts one event.
  ///
  /// @param time nanoseconds since 1970
  /// @param amount added to the slot's sum
  void add(long time, long amount) {
    long place = (time >> shift) - base;
    if (place < 0 || place >= used) {
      fit(time);
      place = (time >> shift) - base;
    }
    counts[(int) place]++;
    sums[(int) place] += amount;
  }

  private void fit(long time) {
    if (used == 0) {
      base = time >> shift;
      used = 1;
      return;
    }
    while (Math.max(last(), time >> shift) - Math.min(base, time >> shift) >= SLOTS) {
      widen();
    }
    long slot = time >> shift;
    if (slot < base) {
      moveUp((int) (base - slot));
      base = slot;
    }
    used = (int) (Math.max(last(), slot) - base) + 1;
  }

  private long last() {
    return base + used - 1;
  }

  /// Doubles the width.
  void widen() {
    long wideBase = base >> 1;
    long wideLast = last() >> 1;
    counts = halved(counts, wideBase);
    sums = halved(sums, wideBase);
    base = wideBase;
    used = used == 0 ? 0 : (int) (wideLast - wideBase) + 1;
    shift++;
  }

  private long[] halved(long[] values, long wideBase) {
    long[] wide = new long[SLOTS];
    for (int i = 0; i < used; i++) {
      wide[(int) ((base + i >> 1) - wideBase)] += values[i];
    }
    return wide;
  }

  private void moveUp(int places) {
    counts = moved(counts, places);
    sums = moved(sums, places);
    used += places;
  }

  private long[] moved(long[] values, int places) {
    long[] moved = new long[SLOTS];
    System.arraycopy(values, 0, moved, places, used);
    return moved;
  }

  /// Widens until slots are at least so wide.
  void widenTo(int wantedShift) {
    while (shift < wantedShift) {
      widen();
    }
  }

  /// Slots are 2^shift nanoseconds wide.
  int shift() {
    return shift;
  }

  /// Number of the first slot, counted from 1970.
  long base() {
    return base;
  }

  /// Slots from the first to the last that counts anything; 0 without events.
  int used() {
    return used;
  }

  /// Events in a slot by its number from 1970; 0 outside.
  long count(long slot) {
    long place = slot - base;
    return place >= 0 && place < used ? counts[(int) place] : 0;
  }

  long sum(long slot) {
    long place = slot - base;
    return place >= 0 && place < used ? sums[(int) place] : 0;
  }
}

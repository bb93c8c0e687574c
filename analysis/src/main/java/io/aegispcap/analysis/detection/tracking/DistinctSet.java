package io.aegispcap.analysis.detection.tracking;

/// Counts distinct longs exactly up to a bound; beyond it, it says that it is full.
public final class DistinctSet {
  /// What nothing was put into; never written.
  private static final long[] NOTHING = new long[8];

  private final int bound;
  private long[] slots = NOTHING;
  private boolean hasZero;
  private int size;

  /// @param bound most values counted, 1 or more
  public DistinctSet(int bound) {
    this.bound = bound;
  }

  /// Whether it is new; false when it is known or there is no room.
  @SuppressWarnings("ReferenceEquality") // the array itself is shared
  public boolean add(long value) {
    if (value == 0) {
      boolean added = !hasZero && size < bound;
      hasZero |= added;
      size += added ? 1 : 0;
      return added;
    }
    int slot = slot(slots, value);
    if (slots[slot] == value || size >= bound) {
      return false;
    }
    if (slots == NOTHING) { // most stay empty
      slots = new long[NOTHING.length];
    }
    slots[slot] = value;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  public boolean contains(long value) {
    return value == 0 ? hasZero : slots[slot(slots, value)] == value;
  }

  public int size() {
    return size;
  }

  /// Whether there may have been more than [#size].
  public boolean full() {
    return size >= bound;
  }

  /// [#size] in words: `4096 or more` when there may have been more.
  public String counted() {
    return size + (full() ? " or more" : "");
  }

  /// Forgets everything.
  public void clear() {
    slots = NOTHING;
    hasZero = false;
    size = 0;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long value : slots) {
      if (value != 0) {
        larger[slot(larger, value)] = value;
      }
    }
    slots = larger;
  }

  private static int slot(long[] slots, long value) {
    int mask = slots.length - 1;
    long h = value * 0x9e3779b97f4a7c15L;
    int slot = (int) (h >>> 40) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

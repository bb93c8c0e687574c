package io.aegispcap.analysis.detection.tracking;

import java.util.Arrays;
import java.util.function.Consumer;

/// What is known of things named by five longs: a host, a pair, a pair and a port. At most a stated
/// number is kept; when it is full, about a quarter, idle longest, is given up at once.
///
/// Open addressing with linear probing; nothing is allocated to look something up.
public final class TrackMap<V> {
  private static final int KEY = 5;
  private static final int FIRST_SLOTS = 64;
  private static final int SAMPLE = 1_024;

  /// Makes what is kept of a thing when it is first met.
  @FunctionalInterface
  public interface Fresh<V> {
    V of(long a, long b, long c, long d, long e);
  }

  private final int capacity;
  private final Fresh<V> fresh;
  private final Consumer<V> givenUp;
  private long[] keys = new long[FIRST_SLOTS * KEY];
  private long[] touched = new long[FIRST_SLOTS];
  private Object[] values = new Object[FIRST_SLOTS];
  private boolean[] used = new boolean[FIRST_SLOTS];
  private int size;
  private long evictions;

  /// @param capacity most things kept at a time, 4 or more
  /// @param givenUp told of each that must go, so that it can still be judged
  public TrackMap(int capacity, Fresh<V> fresh, Consumer<V> givenUp) {
    if (capacity < 4) {
      throw new IllegalArgumentException("capacity " + capacity + " is below 4");
    }
    this.capacity = capacity;
    this.fresh = fresh;
    this.givenUp = givenUp;
  }

  /// What is known of a thing; fresh when it was not known.
  ///
  /// @param now time of what happened to it, by which idleness is judged
  public V at(long a, long b, long c, long d, long e, long now) {
    int slot = slot(a, b, c, d, e);
    if (!used[slot]) {
      if (size >= capacity) {
        giveUpIdlest();
      }
      if ((size + 1) * 2 > values.length) {
        rehash(values.length * 2, Long.MIN_VALUE);
      }
      slot = slot(a, b, c, d, e);
      put(slot, a, b, c, d, e, now, fresh.of(a, b, c, d, e));
    }
    touched[slot] = Math.max(touched[slot], now);
    return value(slot);
  }

  public V at(long a, long b, long now) {
    return at(a, b, 0, 0, 0, now);
  }

  public boolean has(long a, long b, long c, long d, long e) {
    return size > 0 && used[slot(a, b, c, d, e)];
  }

  /// All that is kept, in an order that depends only on what was put in.
  public void forEach(Consumer<V> each) {
    for (int i = 0; i < values.length; i++) {
      if (used[i]) {
        each.accept(value(i));
      }
    }
  }

  public int size() {
    return size;
  }

  /// Most that is kept at a time.
  public int capacity() {
    return capacity;
  }

  /// How many were given up for lack of room.
  public long evictions() {
    return evictions;
  }

  @SuppressWarnings("unchecked") // only fresh's values are put in
  private V value(int slot) {
    return (V) values[slot];
  }

  private void put(int slot, long a, long b, long c, long d, long e, long now, V value) {
    int at = slot * KEY;
    keys[at] = a;
    keys[at + 1] = b;
    keys[at + 2] = c;
    keys[at + 3] = d;
    keys[at + 4] = e;
    touched[slot] = now;
    values[slot] = value;
    used[slot] = true;
    size++;
  }

  private int slot(long a, long b, long c, long d, long e) {
    int mask = values.length - 1;
    int slot = hash(a, b, c, d, e) & mask;
    while (used[slot] && !holds(slot, a, b, c, d, e)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean holds(int slot, long a, long b, long c, long d, long e) {
    int at = slot * KEY;
    return keys[at + 1] == b
        && keys[at + 3] == d
        && keys[at + 4] == e
        && keys[at] == a
        && keys[at + 2] == c;
  }

  private static int hash(long a, long b, long c, long d, long e) {
    long h = a * 0x9e3779b97f4a7c15L + b;
    h = (h ^ (h >>> 29)) * 0xbf58476d1ce4e5b9L + c;
    h = (h ^ (h >>> 32)) * 0x94d049bb133111ebL + d;
    h = (h ^ (h >>> 29)) * 0xd6e8feb86659fd93L + e;
    h = (h ^ (h >>> 32)) * 0x9e3779b97f4a7c15L;
    return (int) (h >>> 32);
  }

  private void giveUpIdlest() {
    int before = size;
    rehash(values.length, idleSince());
    evictions += before - size;
  }

  /// The time before which about a quarter was touched last, judged by an even sample.
  private long idleSince() {
    int stride = Math.max(1, size / SAMPLE);
    long[] times = new long[size / stride + 1];
    int n = 0;
    int seen = 0;
    for (int i = 0; i < values.length; i++) {
      if (used[i] && seen++ % stride == 0) {
        times[n++] = touched[i];
      }
    }
    Arrays.sort(times, 0, n);
    return times[Math.max(0, n / 4 - 1)];
  }

  /// Keeps what was touched after a time; all when that is the minimum.
  private void rehash(int slots, long keepAfter) {
    long[] oldKeys = keys;
    long[] oldTouched = touched;
    Object[] oldValues = values;
    boolean[] oldUsed = used;
    keys = new long[slots * KEY];
    touched = new long[slots];
    values = new Object[slots];
    used = new boolean[slots];
    int quota = keepAfter == Long.MIN_VALUE ? 0 : size / 4;
    size = 0;
    for (int i = 0; i < oldValues.length; i++) {
      if (oldUsed[i]) {
        @SuppressWarnings("unchecked") // only fresh's values are put in
        V value = (V) oldValues[i];
        if (quota > 0 && oldTouched[i] <= keepAfter) {
          quota--;
          givenUp.accept(value);
        } else {
          move(oldKeys, i * KEY, oldTouched[i], value);
        }
      }
    }
  }

  private void move(long[] from, int at, long time, V value) {
    long a = from[at];
    long b = from[at + 1];
    long c = from[at + 2];
    long d = from[at + 3];
    long e = from[at + 4];
    put(slot(a, b, c, d, e), a, b, c, d, e, time, value);
  }
}

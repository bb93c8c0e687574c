package io.aegispcap.analysis.plugin;

import java.util.Arrays;

/// Numbers by the first frames of flows, 16 bytes each.
final class FrameIndex {
  static final long NONE = -1;

  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private int size;

  FrameIndex() {
    Arrays.fill(values, NONE);
  }

  /// @return what was there before, or [#NONE]
  long put(long key, long value) {
    if (size * 2 > keys.length) {
      grow();
    }
    int place = place(key);
    long before = values[place];
    size += before == NONE ? 1 : 0;
    keys[place] = key;
    values[place] = value;
    return before;
  }

  long get(long key) {
    return values[place(key)];
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (values[place] != NONE && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    Arrays.fill(values, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}

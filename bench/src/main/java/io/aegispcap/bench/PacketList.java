package io.aegispcap.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Packets of one capture: where each lies in the file's bytes, and when it was seen.
final class PacketList {
  private final byte[] bytes;
  private int[] offsets = new int[64];
  private int[] lengths = new int[64];
  private int[] originals = new int[64];
  private long[] micros = new long[64];
  private int size;

  PacketList(byte[] bytes) {
    this.bytes = bytes;
  }

  void add(long time, int offset, int length, int original) {
    if (size == offsets.length) {
      grow(size * 2);
    }
    offsets[size] = offset;
    lengths[size] = length;
    originals[size] = Math.max(original, length);
    micros[size++] = time;
  }

  private void grow(int capacity) {
    offsets = Arrays.copyOf(offsets, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    originals = Arrays.copyOf(originals, capacity);
    micros = Arrays.copyOf(micros, capacity);
  }

  /// The same packets in order of time, starting at zero, with no silence longer than `longestGap`
  /// microseconds.
  PacketList continuous(long longestGap) {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingLong(this::micros))
            .mapToInt(Integer::intValue)
            .toArray();
    PacketList sorted = new PacketList(bytes);
    long now = 0;
    for (int i = 0; i < size; i++) {
      int at = order[i];
      now += i == 0 ? 0 : Math.min(micros[at] - micros[order[i - 1]], longestGap);
      sorted.add(now, offsets[at], lengths[at], originals[at]);
    }
    return sorted;
  }

  /// How many packets, counted from the first, are seen before `window` microseconds have passed.
  int within(long window) {
    int count = size;
    while (count > 0 && micros[count - 1] >= window) {
      count--;
    }
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  int offset(int packet) {
    return offsets[packet];
  }

  int length(int packet) {
    return lengths[packet];
  }

  /// Length on the wire in bytes, at least the captured length.
  int original(int packet) {
    return originals[packet];
  }

  long micros(int packet) {
    return micros[packet];
  }
}

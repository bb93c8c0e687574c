package io.aegispcap.extension.pack;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Arrays;
import java.util.concurrent.Callable;

/// What a fuzzer does to bytes that are sound: numbers replaced, parts cut out, doubled or moved.
public final class Damage {
  private static final int[] TELLING = {
    0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, Integer.MAX_VALUE, -1, -2
  };
  private static final long MOST_NANOS = 20_000_000_000L;

  private Damage() {}

  /// As many changes as the data are good for, and at least none.
  public static byte[] done(byte[] sound, FuzzedDataProvider data) {
    byte[] bytes = sound;
    int changes = data.consumeInt(0, 6);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = changed(bytes, data.consumeInt(0, bytes.length - 1), data);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, int at, FuzzedDataProvider data) {
    return switch (data.consumeInt(0, 5)) {
      case 0 -> number(bytes, at, 1, data.consumeByte());
      case 1 -> number(bytes, at, 2, telling(data));
      case 2 -> number(bytes, at, 4, telling(data));
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> spliced(bytes, at, new byte[0], data.consumeInt(0, 64));
      default -> spliced(bytes, at, data.consumeBytes(32), 0);
    };
  }

  private static int telling(FuzzedDataProvider data) {
    return data.consumeBoolean()
        ? TELLING[data.consumeInt(0, TELLING.length - 1)]
        : data.consumeInt();
  }

  /// Big or little end first: of both some formats are made.
  private static byte[] number(byte[] bytes, int at, int width, int value) {
    byte[] changed = bytes.clone();
    boolean little = (value & 0x40) != 0;
    for (int i = 0; i < width && at + i < changed.length; i++) {
      changed[at + i] = (byte) (value >>> 8 * (little ? i : width - 1 - i));
    }
    return changed;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] put, int drop) {
    int after = Math.min(bytes.length, at + drop);
    byte[] changed = new byte[at + put.length + bytes.length - after];
    System.arraycopy(bytes, 0, changed, 0, at);
    System.arraycopy(put, 0, changed, at, put.length);
    System.arraycopy(bytes, after, changed, at + put.length, bytes.length - after);
    return changed;
  }

  /// Does it, and fails when that took longer than any input of a few hundred kilobytes may. What
  /// takes too much memory ends the run by itself.
  public static <T> T bounded(Callable<T> reading) throws Exception {
    long begun = System.nanoTime();
    try {
      return reading.call();
    } finally {
      long nanos = System.nanoTime() - begun;
      if (nanos > MOST_NANOS) {
        slow(nanos);
      }
    }
  }

  private static void slow(long nanos) {
    throw new AssertionError("took " + nanos / 1_000_000 + " ms");
  }
}

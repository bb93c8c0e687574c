package io.aegispcap.capture.protocol.tls;

import java.util.Arrays;

/// Values that clients add at random so that servers learn to ignore them (RFC 8701).
final class Grease {
  private Grease() {}

  static boolean is(int value) {
    return (value & 0x0f0f) == 0x0a0a && value >>> 8 == (value & 0xff);
  }

  static int[] without(int[] values) {
    int[] kept = new int[values.length];
    int count = 0;
    for (int value : values) {
      if (!is(value)) {
        kept[count++] = value;
      }
    }
    return count == kept.length ? kept : Arrays.copyOf(kept, count);
  }
}

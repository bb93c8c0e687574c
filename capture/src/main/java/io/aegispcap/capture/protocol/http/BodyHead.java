package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Arrays;
import java.util.Locale;

/// Keeps the first bytes of the bodies of one side, one after another.
final class BodyHead {
  private static final int FIRST_CAPACITY = 256;

  private byte[] held = {};
  private int length;
  private int wanted;

  /// @param most bytes of the next body that are kept
  void begin(int most) {
    wanted = most;
    length = 0;
  }

  void add(Bytes data, int from, int count) {
    int taken = Math.min(count, wanted - length);
    if (taken <= 0) {
      return;
    }
    if (length + taken > held.length) {
      int doubled = Math.max(FIRST_CAPACITY, 2 * held.length);
      held = Arrays.copyOf(held, Math.max(length + taken, Math.min(wanted, doubled)));
    }
    data.copyTo(from, held, length, taken);
    length += taken;
  }

  /// Bytes are missing: what follows is no part of the head.
  void lose() {
    wanted = length;
  }

  /// As ISO 8859-1 characters.
  String finish() {
    String text = length == 0 ? "" : Bytes.of(held).latin1(0, length);
    begin(0);
    return text;
  }

  /// Whether a body of this type is looked at; media are not.
  static boolean worthKeeping(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return !type.startsWith("image/")
        && !type.startsWith("video/")
        && !type.startsWith("audio/")
        && !type.startsWith("font/");
  }
}

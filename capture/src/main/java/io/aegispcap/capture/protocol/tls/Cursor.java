package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Reads TLS presentation language (RFC 8446 3) from front to back.
final class Cursor {
  private final Bytes bytes;
  private int at;

  Cursor(Bytes bytes) {
    this.bytes = bytes;
  }

  int remaining() {
    return bytes.length() - at;
  }

  boolean hasMore() {
    return remaining() > 0;
  }

  int u8() {
    return bytes.u8(at++);
  }

  int u16() {
    int value = bytes.u16(at);
    at += 2;
    return value;
  }

  int u24() {
    int value = bytes.u24(at);
    at += 3;
    return value;
  }

  Bytes take(int length) {
    Bytes part = bytes.slice(at, length);
    at += length;
    return part;
  }

  /// A vector whose length stands before it in one byte.
  Cursor vector8() {
    return new Cursor(take(u8()));
  }

  Cursor vector16() {
    return new Cursor(take(u16()));
  }

  /// The rest as 16-bit numbers.
  int[] numbers() {
    if (remaining() % 2 != 0) {
      throw new MalformedMessageException("list of 16-bit numbers has an odd length");
    }
    int[] numbers = new int[remaining() / 2];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = u16();
    }
    return numbers;
  }

  /// The rest as text.
  String text() {
    return Escapes.text(take(remaining()));
  }
}

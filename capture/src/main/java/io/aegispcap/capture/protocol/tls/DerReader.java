package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Reads values of the Distinguished Encoding Rules (X.690) one after the other. Only what
/// certificates use: short tags and definite lengths.
final class DerReader {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private final Bytes bytes;
  private int at;

  DerReader(Bytes bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return at < bytes.length();
  }

  /// The next value's tag; -1 at the end.
  int peek() {
    return hasMore() ? bytes.u8(at) : -1;
  }

  /// The values inside the next one, which must have that tag.
  DerReader in(int tag) {
    return new DerReader(value(tag));
  }

  /// The next value's contents.
  Bytes value(int tag) {
    if (peek() != tag) {
      throw new MalformedMessageException("certificate: unexpected DER tag");
    }
    return value();
  }

  /// The next value's contents, whatever its tag.
  Bytes value() {
    int first = bytes.u8(at + 1);
    int length = first;
    int start = at + 2;
    if (first >= 0x80) {
      int size = first & 0x7f;
      length = longLength(start, size);
      start += size;
    }
    Bytes contents = bytes.slice(start, length);
    at = start + length;
    return contents;
  }

  /// The next value whole, with its tag and length.
  Bytes whole() {
    int from = at;
    value();
    return bytes.slice(from, at - from);
  }

  void skip() {
    value();
  }

  /// Passes over the next value if it has that tag.
  void skipIf(int tag) {
    if (peek() == tag) {
      skip();
    }
  }

  private int longLength(int from, int size) {
    if (size < 1 || size > 3) {
      throw new MalformedMessageException("certificate: DER length out of range");
    }
    int length = 0;
    for (int i = 0; i < size; i++) {
      length = length << 8 | bytes.u8(from + i);
    }
    return length;
  }
}

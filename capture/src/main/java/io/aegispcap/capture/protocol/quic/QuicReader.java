package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Reads QUIC's fields from front to back (RFC 9000 16).
final class QuicReader {
  private final Bytes bytes;
  private int at;

  QuicReader(Bytes bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int at() {
    return at;
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

  int u32() {
    int value = (int) bytes.u32(at);
    at += 4;
    return value;
  }

  /// A variable-length integer, 0 to 2^62-1.
  long varint() {
    int first = u8();
    long value = first & 0x3f;
    for (int more = (1 << (first >>> 6)) - 1; more > 0; more--) {
      value = value << 8 | u8();
    }
    return value;
  }

  /// A variable-length integer that counts bytes which follow.
  int length() {
    long length = varint();
    if (length > remaining()) {
      throw new MalformedMessageException("QUIC packet cut short");
    }
    return (int) length;
  }

  Bytes take(int length) {
    Bytes part = bytes.slice(at, length);
    at += length;
    return part;
  }
}

package io.aegispcap.capture.protocol.asn1;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Reads values of the Basic or Distinguished Encoding Rules (X.690) one after the other: short
/// tags and definite lengths only, as all protocols here use them.
public final class DerReader {
  public static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  public static final int ENUMERATED = 0x0a;
  public static final int OBJECT_IDENTIFIER = 0x06;
  public static final int UTC_TIME = 0x17;
  public static final int GENERALIZED_TIME = 0x18;
  public static final int SEQUENCE = 0x30;
  public static final int SET = 0x31;

  private final Bytes bytes;
  private int at;

  public DerReader(Bytes bytes) {
    this.bytes = bytes;
  }

  public boolean hasMore() {
    return at < bytes.length();
  }

  /// The next value's tag; -1 at the end.
  public int peek() {
    return hasMore() ? bytes.u8(at) : -1;
  }

  /// The values inside the next one, which must have that tag.
  public DerReader in(int tag) {
    return new DerReader(value(tag));
  }

  /// The next value's contents.
  public Bytes value(int tag) {
    if (peek() != tag) {
      throw new MalformedMessageException("unexpected tag of ASN.1");
    }
    return value();
  }

  /// The next value's contents, whatever its tag.
  public Bytes value() {
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
  public Bytes whole() {
    int from = at;
    value();
    return bytes.slice(from, at - from);
  }

  /// The next value, an integer or an enumerated one.
  ///
  /// @throws MalformedMessageException when it does not fit 64 bits
  public long integer() {
    Bytes contents = value();
    if (contents.length() == 0 || contents.length() > Long.BYTES) {
      throw new MalformedMessageException("integer of ASN.1 out of range");
    }
    long value = (byte) contents.u8(0);
    for (int i = 1; i < contents.length(); i++) {
      value = value << 8 | contents.u8(i);
    }
    return value;
  }

  public void skip() {
    value();
  }

  /// Passes over the next value if it has that tag.
  public void skipIf(int tag) {
    if (peek() == tag) {
      skip();
    }
  }

  private int longLength(int from, int size) {
    if (size < 1 || size > 4) {
      throw new MalformedMessageException("length of ASN.1 out of range");
    }
    long length = 0;
    for (int i = 0; i < size; i++) {
      length = length << 8 | bytes.u8(from + i);
    }
    if (length > bytes.length()) {
      throw new MalformedMessageException("value of ASN.1 cut short");
    }
    return (int) length;
  }
}

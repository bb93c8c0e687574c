package io.aegispcap.capture.protocol;

import java.nio.charset.StandardCharsets;

/// A view of bytes with checked, big-endian reads. It is a reused cursor: valid during the call it
/// is given to. Reading outside it throws [MalformedMessageException].
public final class Bytes {
  private byte[] bytes = {};
  private int start;
  private int length;

  /// Points the view at other bytes.
  public Bytes over(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
    return this;
  }

  public static Bytes of(byte[] bytes) {
    return new Bytes().over(bytes, 0, bytes.length);
  }

  public int length() {
    return length;
  }

  /// The array that the bytes stand in, from [#start] on; for parsers that check bounds themselves,
  /// and never write to it.
  public byte[] array() {
    return bytes;
  }

  public int start() {
    return start;
  }

  /// An unsigned byte.
  public int u8(int index) {
    check(index, 1);
    return bytes[start + index] & 0xff;
  }

  public int u16(int index) {
    check(index, 2);
    int at = start + index;
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  public int u24(int index) {
    return u8(index) << 16 | u16(index + 1);
  }

  public long u32(int index) {
    check(index, 4);
    return (long) u16(index) << 16 | u16(index + 2);
  }

  /// 64 bits, as they are.
  public long u64(int index) {
    check(index, 8);
    return u32(index) << 32 | u32(index + 4);
  }

  /// A view of its own of a part of this one.
  public Bytes slice(int from, int length) {
    check(from, length);
    return new Bytes().over(bytes, start + from, length);
  }

  public byte[] copy(int from, int length) {
    check(from, length);
    byte[] copy = new byte[length];
    copyTo(from, copy, 0, length);
    return copy;
  }

  public void copyTo(int from, byte[] target, int at, int length) {
    check(from, length);
    System.arraycopy(bytes, start + from, target, at, length);
  }

  /// Each byte as the character of its value (ISO 8859-1): nothing is lost.
  public String latin1(int from, int length) {
    check(from, length);
    return new String(bytes, start + from, length, StandardCharsets.ISO_8859_1);
  }

  /// Index of the first such byte from there on; -1 when there is none.
  public int indexOf(byte value, int from) {
    for (int i = Math.max(from, 0); i < length; i++) {
      if (bytes[start + i] == value) {
        return i;
      }
    }
    return -1;
  }

  private void check(int index, int size) {
    if (index < 0 || size < 0 || index > length - size) {
      throw new MalformedMessageException("message cut short");
    }
  }
}

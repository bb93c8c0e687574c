package io.aegispcap.capture.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A view of bytes with checked reads, most significant byte first unless said otherwise. It is a
/// reused cursor: valid during the call it is given to. Reading outside it throws
/// [MalformedMessageException].
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

  /// 16 bits, least significant byte first.
  public int u16Little(int index) {
    return Integer.reverseBytes(u16(index)) >>> 16;
  }

  /// 32 bits, least significant byte first.
  public long u32Little(int index) {
    return Integer.reverseBytes((int) u32(index)) & 0xffff_ffffL;
  }

  /// 64 bits, least significant byte first.
  public long u64Little(int index) {
    return Long.reverseBytes(u64(index));
  }

  /// UTF-16 code units, least significant byte first, as Windows writes them.
  ///
  /// @param length in bytes; an odd last one is left out
  public String utf16Little(int from, int length) {
    check(from, length);
    return new String(bytes, start + from, length & ~1, StandardCharsets.UTF_16LE);
  }

  /// Index of such bytes from there on; -1 when there are none.
  public int indexOf(byte[] wanted, int from) {
    for (int i = indexOf(wanted[0], from); i >= 0; i = indexOf(wanted[0], i + 1)) {
      int at = start + i;
      if (i <= length - wanted.length
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
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

  /// All of it, or its beginning, as UTF-8; U+FFFD stands for what is none.
  ///
  /// @param most bytes that are read
  public String utf8(int most) {
    return new String(bytes, start, Math.min(length, most), StandardCharsets.UTF_8);
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

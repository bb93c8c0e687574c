package io.aegispcap.capture.protocol;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A view of bytes with checked, big-endian reads. It is a reused cursor: valid during the call it
/// is given to. Reading outside it throws [MalformedMessageException].
public final class Bytes {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private MemorySegment segment = MemorySegment.NULL;
  private long start;
  private int length;

  /// Points the view at other bytes.
  public Bytes over(MemorySegment segment, long start, int length) {
    this.segment = segment;
    this.start = start;
    this.length = length;
    return this;
  }

  public static Bytes of(byte[] bytes) {
    return new Bytes().over(MemorySegment.ofArray(bytes), 0, bytes.length);
  }

  public int length() {
    return length;
  }

  /// An unsigned byte.
  public int u8(int index) {
    check(index, 1);
    return segment.get(ValueLayout.JAVA_BYTE, start + index) & 0xff;
  }

  public int u16(int index) {
    check(index, 2);
    return segment.get(SHORT, start + index) & 0xffff;
  }

  public int u24(int index) {
    return u8(index) << 16 | u16(index + 1);
  }

  public long u32(int index) {
    check(index, 4);
    return segment.get(INT, start + index) & 0xffff_ffffL;
  }

  /// 64 bits, as they are.
  public long u64(int index) {
    check(index, 8);
    return segment.get(LONG, start + index);
  }

  /// A view of its own of a part of this one.
  public Bytes slice(int from, int length) {
    check(from, length);
    return new Bytes().over(segment, start + from, length);
  }

  public byte[] copy(int from, int length) {
    check(from, length);
    byte[] copy = new byte[length];
    copyTo(from, copy, 0, length);
    return copy;
  }

  public void copyTo(int from, byte[] target, int at, int length) {
    check(from, length);
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, start + from, target, at, length);
  }

  /// Each byte as the character of its value (ISO 8859-1): nothing is lost.
  public String latin1(int from, int length) {
    return new String(copy(from, length), StandardCharsets.ISO_8859_1);
  }

  /// Index of the first such byte from there on; -1 when there is none.
  public int indexOf(byte value, int from) {
    for (int i = Math.max(from, 0); i < length; i++) {
      if (segment.get(ValueLayout.JAVA_BYTE, start + i) == value) {
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

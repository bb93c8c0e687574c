package io.aegispcap.testkit.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/// Appends numbers in one byte order.
final class ByteWriter {
  private final boolean bigEndian;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ByteWriter(ByteOrder order) {
    this.bigEndian = order == ByteOrder.BIG_ENDIAN;
  }

  ByteWriter int8(int value) {
    out.write(value);
    return this;
  }

  ByteWriter int16(int value) {
    return bigEndian ? int8(value >> 8).int8(value) : int8(value).int8(value >> 8);
  }

  ByteWriter int32(int value) {
    return bigEndian
        ? int16(value >> 16).int16(value & 0xffff)
        : int16(value & 0xffff).int16(value >> 16);
  }

  ByteWriter int64(long value) {
    int high = (int) (value >> 32);
    int low = (int) value;
    return bigEndian ? int32(high).int32(low) : int32(low).int32(high);
  }

  ByteWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /// Zeros up to the next multiple of four.
  ByteWriter pad() {
    while (out.size() % 4 != 0) {
      out.write(0);
    }
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}

package io.aegispcap.capture.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Writes messages of Windows' protocols: least significant byte first.
public final class LittleBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public LittleBytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  public LittleBytes u16(int... values) {
    for (int value : values) {
      u8(value & 0xff, value >>> 8 & 0xff);
    }
    return this;
  }

  public LittleBytes u32(long... values) {
    for (long value : values) {
      u16((int) (value & 0xffff), (int) (value >>> 16 & 0xffff));
    }
    return this;
  }

  public LittleBytes u64(long value) {
    return u32(value & 0xffff_ffffL, value >>> 32);
  }

  public LittleBytes hex(String hex) {
    out.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    return this;
  }

  public LittleBytes bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public LittleBytes wide(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_16LE));
  }

  public LittleBytes ascii(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public LittleBytes zeros(int count) {
    return bytes(new byte[count]);
  }

  /// Zeros up to the next multiple.
  public LittleBytes align(int multiple) {
    return zeros((multiple - out.size() % multiple) % multiple);
  }

  public int size() {
    return out.size();
  }

  public byte[] build() {
    return out.toByteArray();
  }
}

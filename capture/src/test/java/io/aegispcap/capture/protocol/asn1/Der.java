package io.aegispcap.capture.protocol.asn1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes values of ASN.1, lengths as Windows writes them when they do not fit a byte.
public final class Der {
  private Der() {}

  public static byte[] of(int tag, byte[]... contents) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      inside.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (inside.size() < 128) {
      out.write(inside.size());
    } else {
      out.write(0x84);
      out.write(0);
      out.write(0);
      out.write(inside.size() >>> 8);
      out.write(inside.size());
    }
    out.writeBytes(inside.toByteArray());
    return out.toByteArray();
  }

  public static byte[] sequence(byte[]... contents) {
    return of(0x30, contents);
  }

  public static byte[] text(int tag, String text) {
    return of(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] number(int tag, int value) {
    return value >= 0 && value < 128
        ? of(tag, new byte[] {(byte) value})
        : of(tag, new byte[] {(byte) (value >>> 8), (byte) value});
  }

  /// A field of a tagged sequence.
  public static byte[] field(int number, byte[]... contents) {
    return of(0xa0 + number, contents);
  }
}

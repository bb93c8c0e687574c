package io.aegispcap.capture.protocol.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Builds hellos, handshake messages and records, byte for byte.
final class HelloBuilder {
  private final ByteArrayOutputStream extensions = new ByteArrayOutputStream();
  private int version = 0x0303;
  private int[] ciphers = {0x1301};
  private boolean withExtensions;
  private long random;

  HelloBuilder version(int version) {
    this.version = version;
    return this;
  }

  HelloBuilder ciphers(int... ciphers) {
    this.ciphers = ciphers;
    return this;
  }

  /// Makes the server's hello a request to say hello again.
  HelloBuilder retry() {
    random = 0xCF21AD74E59A6111L;
    return this;
  }

  HelloBuilder extension(int type, byte[] body) {
    withExtensions = true;
    extensions.writeBytes(join(u16(type), u16(body.length), body));
    return this;
  }

  HelloBuilder serverName(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    byte[] entry = join(new byte[] {0}, u16(bytes.length), bytes);
    return extension(0, join(u16(entry.length), entry));
  }

  HelloBuilder alpn(byte[]... names) {
    byte[] list = {};
    for (byte[] name : names) {
      list = join(list, new byte[] {(byte) name.length}, name);
    }
    return extension(16, join(u16(list.length), list));
  }

  HelloBuilder groups(int... groups) {
    return extension(10, join(u16(2 * groups.length), numbers(groups)));
  }

  HelloBuilder pointFormats(int... formats) {
    byte[] bytes = new byte[formats.length + 1];
    bytes[0] = (byte) formats.length;
    for (int i = 0; i < formats.length; i++) {
      bytes[i + 1] = (byte) formats[i];
    }
    return extension(11, bytes);
  }

  HelloBuilder signatures(int... algorithms) {
    return extension(13, join(u16(2 * algorithms.length), numbers(algorithms)));
  }

  HelloBuilder supportedVersions(int... versions) {
    return extension(43, join(new byte[] {(byte) (2 * versions.length)}, numbers(versions)));
  }

  byte[] clientBody() {
    return join(
        u16(version),
        new byte[32],
        new byte[] {0},
        u16(2 * ciphers.length),
        numbers(ciphers),
        new byte[] {1, 0},
        extensions());
  }

  byte[] serverBody() {
    byte[] start = new byte[32];
    for (int i = 0; i < 8; i++) {
      start[i] = (byte) (random >>> (56 - 8 * i));
    }
    return join(u16(version), start, new byte[] {0}, u16(ciphers[0]), new byte[] {0}, extensions());
  }

  private byte[] extensions() {
    return withExtensions ? join(u16(extensions.size()), extensions.toByteArray()) : new byte[0];
  }

  static byte[] message(int type, byte[] body) {
    return join(new byte[] {(byte) type, (byte) (body.length >>> 16)}, u16(body.length), body);
  }

  static byte[] record(int type, byte[] body) {
    return join(new byte[] {(byte) type, 3, 3}, u16(body.length), body);
  }

  /// A handshake message over records of at most that many bytes.
  static byte[] records(byte[] message, int each) {
    byte[] all = {};
    for (int at = 0; at < message.length; at += each) {
      int end = Math.min(message.length, at + each);
      all = join(all, record(22, Arrays.copyOfRange(message, at, end)));
    }
    return all;
  }

  static byte[] certificates(byte[]... chain) {
    byte[] list = {};
    for (byte[] certificate : chain) {
      list = join(list, u24(certificate.length), certificate);
    }
    return message(11, join(u24(list.length), list));
  }

  static byte[] u16(int value) {
    return new byte[] {(byte) (value >>> 8), (byte) value};
  }

  private static byte[] u24(int value) {
    return join(new byte[] {(byte) (value >>> 16)}, u16(value));
  }

  private static byte[] numbers(int[] values) {
    byte[] bytes = {};
    for (int value : values) {
      bytes = join(bytes, u16(value));
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

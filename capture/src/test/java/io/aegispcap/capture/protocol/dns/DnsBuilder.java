package io.aegispcap.capture.protocol.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Builds one DNS message. Names are written in full, `@n` is a compression pointer to offset n.
final class DnsBuilder {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final int[] counts = new int[4];
  private final int id;
  private final int flags;

  private DnsBuilder(int id, int flags) {
    this.id = id;
    this.flags = flags;
  }

  static DnsBuilder query(int id) {
    return new DnsBuilder(id, 0x0100);
  }

  static DnsBuilder response(int id, int code) {
    return new DnsBuilder(id, 0x8180 | code);
  }

  static DnsBuilder withFlags(int id, int flags) {
    return new DnsBuilder(id, flags);
  }

  DnsBuilder question(String name, int type) {
    return question(name, type, 1);
  }

  DnsBuilder question(String name, int type, int recordClass) {
    counts[0]++;
    return name(name).u16(type).u16(recordClass);
  }

  DnsBuilder answer(String name, int type, int ttl, byte[] data) {
    counts[1]++;
    return record(name, type, 1, ttl, data);
  }

  DnsBuilder additional(String name, int type, int recordClass, int ttl, byte[] data) {
    counts[3]++;
    return record(name, type, recordClass, ttl, data);
  }

  private DnsBuilder record(String name, int type, int recordClass, int ttl, byte[] data) {
    name(name).u16(type).u16(recordClass).u16(ttl >>> 16).u16(ttl & 0xffff).u16(data.length);
    body.writeBytes(data);
    return this;
  }

  DnsBuilder name(String name) {
    body.writeBytes(nameBytes(name));
    return this;
  }

  DnsBuilder u16(int value) {
    body.write(value >> 8);
    body.write(value);
    return this;
  }

  /// Claims more records than it holds.
  DnsBuilder claim(int section, int count) {
    counts[section] = count;
    return this;
  }

  static byte[] nameBytes(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.equals(".") ? new String[0] : name.split("\\.", -1)) {
      if (label.startsWith("@")) {
        int target = Integer.parseInt(label.substring(1));
        out.write(0xc0 | target >> 8);
        out.write(target);
        return out.toByteArray();
      }
      byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
      out.write(bytes.length);
      out.writeBytes(bytes);
    }
    out.write(0);
    return out.toByteArray();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int value : new int[] {id, flags, counts[0], counts[1], counts[2], counts[3]}) {
      out.write(value >> 8);
      out.write(value);
    }
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  /// With the length that stands before it in a stream.
  byte[] framed() {
    byte[] message = bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(message.length >> 8);
    out.write(message.length);
    out.writeBytes(message);
    return out.toByteArray();
  }
}

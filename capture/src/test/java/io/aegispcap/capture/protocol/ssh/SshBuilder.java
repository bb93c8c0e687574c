package io.aegispcap.capture.protocol.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Builds what SSH says in clear, and packets as long as encrypted ones would be.
final class SshBuilder {
  private SshBuilder() {}

  static byte[] banner(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] offer(String kex, String cipher, String mac, String compression) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(20);
    out.writeBytes(new byte[16]);
    String[] lists = {
      kex, "ssh-ed25519", cipher, cipher, mac, mac, compression, compression, "", ""
    };
    for (String list : lists) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(list.length()).array());
      out.writeBytes(list.getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(new byte[5]);
    return packet(out.toByteArray());
  }

  static byte[] newKeys() {
    return packet(new byte[] {21});
  }

  static byte[] packet(byte[] payload) {
    int padding = 8 - (payload.length + 5) % 8 + 4;
    ByteBuffer packet = ByteBuffer.allocate(4 + 1 + payload.length + padding);
    packet.putInt(1 + payload.length + padding).put((byte) padding).put(payload);
    return packet.array();
  }

  /// An encrypted packet of a message of that many bytes.
  static byte[] sealed(Sealing sealing, int payload) {
    byte[] packet = new byte[sealing.size(payload)];
    if (sealing.lengthInClear()) {
      ByteBuffer.wrap(packet).putInt(packet.length - 4 - sealing.tag());
    } else {
      packet[0] = 0x5a;
    }
    return packet;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

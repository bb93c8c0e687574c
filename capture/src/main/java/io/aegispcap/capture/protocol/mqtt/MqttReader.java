package io.aegispcap.capture.protocol.mqtt;

import io.aegispcap.capture.protocol.Bytes;

/// Reads the fields of a control packet one after the other (MQTT 5 1.5).
final class MqttReader {
  private static final int LONGEST_TEXT = 1024;

  private final Bytes packet;
  private int at;

  MqttReader(Bytes packet) {
    this.packet = packet;
    this.at = MqttFraming.body(packet);
  }

  boolean hasMore() {
    return at < packet.length();
  }

  int u8() {
    return packet.u8(at++);
  }

  int u16() {
    at += 2;
    return packet.u16(at - 2);
  }

  /// UTF-8 after its length; of a long text the beginning.
  String text() {
    int length = u16();
    Bytes text = packet.slice(at, Math.min(length, packet.length() - at));
    at += length;
    return text.utf8(LONGEST_TEXT);
  }

  void skipText() {
    int length = u16();
    at += length;
  }

  /// Properties, which MQTT 5 has in many places.
  void skipProperties() {
    int length = 0;
    int shift = 0;
    int next;
    do {
      next = u8();
      length |= (next & 0x7f) << shift;
      shift += 7;
    } while (next >= 0x80 && shift < 28);
    at += length;
  }
}

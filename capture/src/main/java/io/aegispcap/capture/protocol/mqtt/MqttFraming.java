package io.aegispcap.capture.protocol.mqtt;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Framing;

/// Control packets (MQTT 5 2.1): type and flags, then what remains in a number of one to four bytes
/// of seven bits each.
enum MqttFraming implements Framing {
  MQTT;

  static final int HEADER = 2;
  private static final int MOST_LENGTH_BYTES = 4;

  @Override
  public int header() {
    return HEADER;
  }

  @Override
  public int length(Bytes message) {
    if (message.u8(0) < 0x10) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < MOST_LENGTH_BYTES; i++) {
      if (1 + i >= message.length()) {
        return 0;
      }
      int next = message.u8(1 + i);
      value |= (next & 0x7f) << 7 * i;
      if (next < 0x80) {
        return 2 + i + value;
      }
    }
    return -1;
  }

  /// Where what follows the length begins.
  static int body(Bytes message) {
    int at = 1;
    while (message.u8(at) >= 0x80) {
      at++;
    }
    return at + 1;
  }
}

package io.aegispcap.capture.protocol.mqtt;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;
import java.nio.charset.StandardCharsets;

/// MQTT 3.1, 3.1.1 and 5 over TCP, recognised by the client's first message, with the name and the
/// level of the protocol. A connection whose beginning was not seen is not recognised.
///
/// Facts: [MqttConnection], and at the end [MqttTopic], at most 256 topics of a connection. Of a
/// message 4 KiB are read. Passwords are not kept.
public final class MqttProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int CONNECT = 0x10;
  private static final byte[] NAME = {0, 4, 'M', 'Q', 'T', 'T'};
  private static final byte[] OLD_NAME = "\0\6MQIsdp".getBytes(StandardCharsets.US_ASCII);

  @Override
  public String name() {
    return "mqtt";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (side == Side.SERVER || first.length() >= 1 && first.u8(0) != CONNECT) {
      return Recognition.NO;
    }
    if (first.length() < MqttFraming.HEADER) {
      return Recognition.MORE;
    }
    int length = MqttFraming.MQTT.length(first);
    if (length <= 0) {
      return length < 0 ? Recognition.NO : Recognition.MORE;
    }
    return named(first, MqttFraming.body(first));
  }

  private static Recognition named(Bytes first, int at) {
    if (first.length() < at + 2) {
      return Recognition.MORE;
    }
    boolean old = first.u16(at) != NAME[1];
    byte[] name = old ? OLD_NAME : NAME;
    if (first.length() < at + name.length + 2) {
      return Recognition.MORE;
    }
    int level = first.u8(at + name.length) & 0x7f; // a bridge sets the highest bit
    boolean known = old ? level == 3 : level == 4 || level == 5;
    boolean fits =
        first.indexOf(name, at) == at && known && (first.u8(at + name.length + 1) & 1) == 0;
    return fits ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new MqttDialogue(conversation);
  }
}

package io.aegispcap.capture.protocol.mqtt;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.Side;
import java.util.LinkedHashMap;
import java.util.Map;

/// The connection and its answer, then topics.
final class MqttDialogue implements Dialogue {
  private static final int READ_AT_MOST = 4096;
  private static final int MOST_TOPICS = 256;
  private static final int CONNECT = 1;
  private static final int CONNECT_ANSWER = 2;
  private static final int PUBLISH = 3;
  private static final int SUBSCRIBE = 8;
  private static final int VERSION_5 = 5;
  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  private static final int WILL = 0x04;

  private final Conversation conversation;
  private final FramedStream client = new FramedStream(MqttFraming.MQTT, READ_AT_MOST);
  private final FramedStream server = new FramedStream(MqttFraming.MQTT, READ_AT_MOST);
  private final Map<Topic, Count> topics = new LinkedHashMap<>();
  private MqttConnection connection = new MqttConnection(0, 0, "", "", "", false, "", -1);
  private boolean connecting;
  private int level;

  private record Topic(String action, String name) {}

  private static final class Count {
    private final long frameId;
    private final long timestamp;
    private long count;
    private long bytes;

    private Count(long frameId, long timestamp) {
      this.frameId = frameId;
      this.timestamp = timestamp;
    }
  }

  MqttDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      client.read(data, this::said);
    } else {
      server.read(data, this::answered);
    }
    return true;
  }

  private void said(Bytes packet) {
    switch (packet.u8(0) >> 4) {
      case CONNECT -> connect(new MqttReader(packet));
      case PUBLISH -> count("publish", new MqttReader(packet).text(), packet);
      case SUBSCRIBE -> subscribe(packet);
      default -> {
        // Receipts, and signs of life.
      }
    }
  }

  private void answered(Bytes packet) {
    switch (packet.u8(0) >> 4) {
      case CONNECT_ANSWER -> {
        MqttReader fields = new MqttReader(packet);
        fields.u8();
        tell(fields.u8());
      }
      case PUBLISH -> count("deliver", new MqttReader(packet).text(), packet);
      default -> {
        // Receipts, and signs of life.
      }
    }
  }

  private void connect(MqttReader fields) {
    fields.skipText();
    level = fields.u8() & 0x7f;
    int flags = fields.u8();
    fields.u16();
    if (level >= VERSION_5) {
      fields.skipProperties();
    }
    String clientId = fields.text();
    String will = "";
    if ((flags & WILL) != 0) {
      if (level >= VERSION_5) {
        fields.skipProperties();
      }
      will = fields.text();
      fields.skipText();
    }
    String user = (flags & USER) != 0 && fields.hasMore() ? fields.text() : "";
    connecting = true;
    connection =
        new MqttConnection(
            conversation.frameId(),
            conversation.timestamp(),
            version(level),
            clientId,
            user,
            (flags & PASSWORD) != 0,
            will,
            -1);
  }

  private static String version(int level) {
    return switch (level) {
      case 3 -> "3.1";
      case 4 -> "3.1.1";
      default -> Integer.toString(level);
    };
  }

  private void subscribe(Bytes packet) {
    MqttReader fields = new MqttReader(packet);
    fields.u16();
    if (level >= VERSION_5) {
      fields.skipProperties();
    }
    while (fields.hasMore()) {
      count("subscribe", fields.text(), packet);
      fields.u8();
    }
  }

  /// A topic whose name is empty is one that MQTT 5 knows by a number.
  private void count(String action, String name, Bytes packet) {
    Topic topic = new Topic(action, name);
    Count count = topics.get(topic);
    if (count == null) {
      if (topics.size() >= MOST_TOPICS) {
        return;
      }
      count = new Count(conversation.frameId(), conversation.timestamp());
      topics.put(topic, count);
    }
    count.count++;
    count.bytes += MqttFraming.MQTT.length(packet);
  }

  private void tell(int returnCode) {
    if (connecting) {
      connecting = false;
      conversation.emit(
          new MqttConnection(
              connection.frameId(),
              connection.timestamp(),
              connection.version(),
              connection.clientId(),
              connection.user(),
              connection.password(),
              connection.willTopic(),
              returnCode));
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    (side == Side.CLIENT ? client : server).gap(length);
    return true;
  }

  @Override
  public void close() {
    tell(-1);
    topics.forEach(
        (topic, count) ->
            conversation.emit(
                new MqttTopic(
                    count.frameId,
                    count.timestamp,
                    topic.action,
                    topic.name,
                    count.count,
                    count.bytes)));
    topics.clear();
  }
}

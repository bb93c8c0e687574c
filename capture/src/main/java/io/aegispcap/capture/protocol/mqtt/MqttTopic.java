package io.aegispcap.capture.protocol.mqtt;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A topic of a connection, all that was said of it together.
///
/// @param frameId frame of the first time
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param action `publish` by the client, `deliver` by the broker, `subscribe`
/// @param topic its name, or the pattern subscribed to; at most 1,024 characters
/// @param count how often
/// @param bytes of the messages in all, with their headers
public record MqttTopic(
    long frameId, long timestamp, String action, String topic, long count, long bytes)
    implements Fact {

  @Override
  public String protocol() {
    return "mqtt";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("event.action", action);
    out.text("mqtt.topic", topic);
    out.number("event.count", count);
    out.number("mqtt.bytes", bytes);
  }
}

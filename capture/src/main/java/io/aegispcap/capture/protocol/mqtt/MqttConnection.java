package io.aegispcap.capture.protocol.mqtt;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A client that connects to a broker. Source: MQTT 5 3.1, 3.2; MQTT 3.1.1 3.1, 3.2.
///
/// @param frameId frame of the request
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param version `3.1`, `3.1.1` or `5`
/// @param clientId as the client says; may be empty
/// @param user whom the client says to be; may be empty
/// @param password whether a password stood in the open; it is not kept
/// @param willTopic where the broker is to tell of the client's end; may be empty
/// @param returnCode of the answer, 0 for welcome; -1 when unanswered
public record MqttConnection(
    long frameId,
    long timestamp,
    String version,
    String clientId,
    String user,
    boolean password,
    String willTopic,
    int returnCode)
    implements Fact {

  /// Whether the name or the password was wrong, or the client is not wanted (3.1.1 3.2.2.3; 5
  /// 3.2.2.2).
  public boolean refused() {
    return switch (returnCode) {
      case 4, 5, 0x86, 0x87, 0x8a, 0x8c -> true;
      default -> false;
    };
  }

  public boolean accepted() {
    return returnCode == 0;
  }

  @Override
  public String protocol() {
    return "mqtt";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("mqtt.version", version);
    out.text("mqtt.client_id", clientId);
    out.text("user.name", user);
    out.flag("login.cleartext", password);
    out.text("mqtt.will_topic", willTopic);
    if (returnCode >= 0) {
      out.number("mqtt.return_code", returnCode);
    }
  }
}

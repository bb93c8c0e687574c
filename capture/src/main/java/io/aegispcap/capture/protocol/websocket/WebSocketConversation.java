package io.aegispcap.capture.protocol.websocket;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A WebSocket from its opening to its end. What its messages say is not read.
///
/// @param client what the client sent
/// @param server what the server sent
public record WebSocketConversation(Opened opened, Sent client, Sent server) implements Fact {

  /// How it was opened.
  ///
  /// @param frameId frame of the request
  /// @param protocol the subprotocol that the server chose; empty without one
  public record Opened(long frameId, long timestamp, String host, String target, String protocol) {}

  /// What one side sent (RFC 6455 5.6).
  ///
  /// @param texts messages of text, counted by their first frame
  /// @param binaries likewise of binary data
  /// @param bytes of payload, control frames left out
  /// @param closed status code of the Close frame (7.4); 0 without one
  public record Sent(long texts, long binaries, long bytes, int closed) {}

  @Override
  public String protocol() {
    return "websocket";
  }

  @Override
  public long frameId() {
    return opened.frameId();
  }

  @Override
  public long timestamp() {
    return opened.timestamp();
  }

  @Override
  public void describe(FactWriter out) {
    out.text("url.domain", opened.host());
    out.text("url.original", opened.target());
    out.text("websocket.protocol", opened.protocol());
    describe(out, "client", client);
    describe(out, "server", server);
  }

  private static void describe(FactWriter out, String side, Sent sent) {
    out.number("websocket." + side + ".texts", sent.texts());
    out.number("websocket." + side + ".binaries", sent.binaries());
    out.number("websocket." + side + ".bytes", sent.bytes());
    if (sent.closed() != 0) {
      out.number("websocket." + side + ".close_code", sent.closed());
    }
  }
}

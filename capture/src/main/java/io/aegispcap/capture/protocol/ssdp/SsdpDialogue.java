package io.aegispcap.capture.protocol.ssdp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.TextMessage;
import java.util.HashSet;
import java.util.Set;

/// A message a datagram. What was said before is not told again; at most [#MOST] messages are.
final class SsdpDialogue implements Dialogue {
  private static final int MOST = 128;
  private static final int LONGEST = 512;

  private final Conversation conversation;
  private final Set<String> told = new HashSet<>();

  SsdpDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  /// A response of HTTP over UDP counts when it has a search target and a service's name.
  static boolean isSsdp(Bytes data) {
    if (TextMessage.beginsWith(data, "M-SEARCH * HTTP/1.")
        || TextMessage.beginsWith(data, "NOTIFY * HTTP/1.")) {
      return true;
    }
    if (!TextMessage.beginsWith(data, "HTTP/1.1 200 OK")) {
      return false;
    }
    TextMessage message = TextMessage.of(data);
    return !message.field("st").isEmpty() && !message.field("usn").isEmpty();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (isSsdp(data)) {
      tell(TextMessage.of(data));
    }
    return told.size() < MOST;
  }

  private void tell(TextMessage message) {
    String line = message.startLine();
    String method = line.startsWith("HTTP") ? "response" : line.substring(0, line.indexOf(' '));
    String target = message.field(method.equals("NOTIFY") ? "nt" : "st");
    String event = message.field("nts");
    String usn = message.field("usn");
    if (told.add(method + '\n' + target + '\n' + event + '\n' + usn)) {
      conversation.emit(
          new SsdpMessage(
              conversation.frameId(),
              conversation.timestamp(),
              method,
              cut(target),
              cut(event),
              cut(usn),
              cut(message.field("server")),
              cut(message.field("location")),
              cut(message.field("user-agent"))));
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    // Each message was told of when it came.
  }
}

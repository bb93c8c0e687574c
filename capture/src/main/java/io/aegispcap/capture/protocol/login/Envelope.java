package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Conversation;
import java.util.ArrayList;
import java.util.List;

/// Collects sender and recipients of one mail after another.
final class Envelope {
  private static final int MAX_RECIPIENTS = 64;
  private static final int MAX_ADDRESS = 320;

  private final Conversation conversation;
  private final List<String> recipients = new ArrayList<>(1);
  private String helo = "";
  private String sender = "";
  private boolean open;
  private long frameId;
  private long timestamp;

  Envelope(Conversation conversation) {
    this.conversation = conversation;
  }

  void greet(String name) {
    helo = Attempts.cut(name, MAX_ADDRESS);
  }

  void from(String address) {
    end();
    sender = Attempts.cut(address, MAX_ADDRESS);
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
    open = true;
  }

  void to(String address) {
    if (recipients.size() < MAX_RECIPIENTS) {
      recipients.add(Attempts.cut(address, MAX_ADDRESS));
    }
  }

  /// Emits the mail, if one was begun.
  void end() {
    if (open) {
      conversation.emit(new MailEnvelope(frameId, timestamp, helo, sender, recipients));
    }
    open = false;
    recipients.clear();
  }
}

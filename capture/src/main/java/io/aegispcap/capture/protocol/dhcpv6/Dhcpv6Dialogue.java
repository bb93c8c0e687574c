package io.aegispcap.capture.protocol.dhcpv6;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// One message a datagram.
final class Dhcpv6Dialogue implements Dialogue {
  private final Conversation conversation;

  Dhcpv6Dialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    Dhcpv6Reader reader = new Dhcpv6Reader(data);
    conversation.emit(reader.message(conversation.frameId(), conversation.timestamp()));
    return true;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    // Each message was emitted when it came.
  }
}

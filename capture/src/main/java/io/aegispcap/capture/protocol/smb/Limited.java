package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Fact;

/// A conversation of which not more than [#MOST] facts are told.
final class Limited implements Conversation {
  static final int MOST = 8192;

  private final Conversation conversation;
  private int told;

  Limited(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public IpAddress client() {
    return conversation.client();
  }

  @Override
  public IpAddress server() {
    return conversation.server();
  }

  @Override
  public int clientPort() {
    return conversation.clientPort();
  }

  @Override
  public int serverPort() {
    return conversation.serverPort();
  }

  @Override
  public int transport() {
    return conversation.transport();
  }

  @Override
  public long frameId() {
    return conversation.frameId();
  }

  @Override
  public long timestamp() {
    return conversation.timestamp();
  }

  @Override
  public void emit(Fact fact) {
    if (told < MOST) {
      told++;
      conversation.emit(fact);
    }
  }
}

package io.aegispcap.capture.protocol.websocket;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Counts the frames of both sides and tells of them at the end. A gap that does not lie within a
/// payload ends the reading.
public final class WebSocketDialogue implements Dialogue {
  private final Conversation conversation;
  private final WebSocketConversation.Opened opened;
  private final FrameCounter client = new FrameCounter();
  private final FrameCounter server = new FrameCounter();
  private boolean told;

  /// @param opened how HTTP opened it
  public WebSocketDialogue(Conversation conversation, WebSocketConversation.Opened opened) {
    this.conversation = conversation;
    this.opened = opened;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      counter(side).read(data);
      return true;
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    boolean known = counter(side).skip(length);
    if (!known) {
      close();
    }
    return known;
  }

  @Override
  public void close() {
    if (!told) {
      told = true;
      conversation.emit(new WebSocketConversation(opened, client.sent(), server.sent()));
    }
  }

  private FrameCounter counter(Side side) {
    return side == Side.CLIENT ? client : server;
  }
}

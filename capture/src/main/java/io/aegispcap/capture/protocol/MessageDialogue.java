package io.aegispcap.capture.protocol;

/// A conversation in which each datagram is a message of its own, and says what it says whatever
/// came before.
public final class MessageDialogue implements Dialogue {
  private final Conversation conversation;
  private final Reading reading;

  /// Reads one datagram.
  @FunctionalInterface
  public interface Reading {
    /// @throws MalformedMessageException when it is no message of the protocol
    Fact message(Bytes data, long frameId, long timestamp);
  }

  public MessageDialogue(Conversation conversation, Reading reading) {
    this.conversation = conversation;
    this.reading = reading;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    conversation.emit(reading.message(data, conversation.frameId(), conversation.timestamp()));
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

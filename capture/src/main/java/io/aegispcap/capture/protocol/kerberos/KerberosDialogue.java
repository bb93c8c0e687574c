package io.aegispcap.capture.protocol.kerberos;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import java.util.Optional;

/// Requests and replies in turn.
final class KerberosDialogue implements Dialogue {
  private static final int UDP = 17;
  private static final int PREFIX = 4;
  private static final int LONGEST = 65_536;
  private static final int MOST_EXCHANGES = 64;

  private final Conversation conversation;
  private final Accumulator requests = new Accumulator(PREFIX + LONGEST);
  private final Accumulator replies = new Accumulator(PREFIX + LONGEST);
  private Optional<KerberosMessage> request = Optional.empty();
  private long frameId;
  private long timestamp;
  private int exchanges;

  KerberosDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (conversation.transport() == UDP) {
      take(side, data);
    } else {
      stream(side, data);
    }
    return exchanges < MOST_EXCHANGES;
  }

  private void stream(Side side, Bytes data) {
    Accumulator held = side == Side.CLIENT ? requests : replies;
    held.add(data);
    while (held.length() >= PREFIX) {
      long length = held.view().u32(0);
      if (length > LONGEST) {
        throw new MalformedMessageException("Kerberos message of " + length + " bytes");
      }
      if (held.length() < PREFIX + length) {
        return;
      }
      take(side, held.view().slice(PREFIX, (int) length));
      held.drop(PREFIX + (int) length);
    }
  }

  private void take(Side side, Bytes bytes) {
    KerberosMessage message = KerberosMessage.read(bytes);
    if (side == Side.CLIENT && message.isRequest()) {
      close();
      request = Optional.of(message);
      frameId = conversation.frameId();
      timestamp = conversation.timestamp();
    } else if (side == Side.SERVER && !message.isRequest()) {
      if (request.isEmpty()) {
        frameId = conversation.frameId();
        timestamp = conversation.timestamp();
      }
      emit(Optional.of(message));
    }
  }

  private void emit(Optional<KerberosMessage> reply) {
    exchanges++;
    conversation.emit(KerberosMessage.exchange(frameId, timestamp, request, reply));
    request = Optional.empty();
  }

  @Override
  public boolean gap(Side side, long length) {
    return conversation.transport() == UDP;
  }

  /// A request without a reply is told of.
  @Override
  public void close() {
    if (request.isPresent()) {
      emit(Optional.empty());
    }
  }
}

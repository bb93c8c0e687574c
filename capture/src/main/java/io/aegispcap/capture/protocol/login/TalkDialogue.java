package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Lines;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Reads a conversation line by line. A gap ends the reading.
final class TalkDialogue implements Dialogue {
  private final Talk talk;
  private final Lines commands = new Lines();
  private final Lines replies = new Lines();

  TalkDialogue(Talk talk) {
    this.talk = talk;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      boolean more =
          switch (side) {
            case CLIENT -> commands.read(data, talk::command);
            case SERVER -> replies.read(data, talk::reply);
          };
      if (!more) {
        talk.end();
      }
      return more;
    } catch (MalformedMessageException e) {
      talk.end();
      throw e;
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    talk.end();
    return false;
  }

  @Override
  public void close() {
    talk.end();
  }
}

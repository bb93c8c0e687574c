package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// A connection, which may begin in SMB 1 and go on in SMB 2.
final class SmbDialogue implements Dialogue {
  private static final int SMB1 = 0xff;
  private static final int SMB2 = 0xfe;
  private static final int ENCRYPTED = 0xfd;

  private final MessageStream requests = new MessageStream();
  private final MessageStream responses = new MessageStream();
  private final Login login;
  private final Smb2 smb2;
  private final Smb1 smb1;
  private boolean done;

  SmbDialogue(Conversation conversation) {
    Limited limited = new Limited(conversation);
    this.login = new Login(limited);
    this.smb2 = new Smb2(limited, login);
    this.smb1 = new Smb1(limited, login);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      MessageStream stream = side == Side.CLIENT ? requests : responses;
      stream.read(data, SmbDialogue::wanted, message -> take(side, message));
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
    return !done;
  }

  private void take(Side side, Bytes message) {
    if (message.length() < 4) {
      throw new MalformedMessageException("SMB message cut short");
    }
    switch (message.u8(0)) {
      case SMB1 -> smb1.take(side, message);
      case SMB2 -> smb2.take(side, message);
      case ENCRYPTED -> done = true;
      default -> {
        // Compressed.
      }
    }
  }

  private static int wanted(Bytes head, int length) {
    if (head.length() < MessageStream.HEAD) {
      return length;
    }
    boolean moves =
        switch (head.u8(0)) {
          case SMB1 -> Smb1.movesContents(head);
          case SMB2 -> Smb2.movesContents(head);
          default -> true;
        };
    return moves && length > Smb2.LONGEST_PIPED
        ? MessageStream.HEAD
        : Math.min(length, MessageStream.LONGEST);
  }

  @Override
  public boolean gap(Side side, long length) {
    boolean harmless = (side == Side.CLIENT ? requests : responses).gap(length);
    if (!harmless) {
      close();
    }
    return harmless;
  }

  @Override
  public void close() {
    smb2.close();
    smb1.close();
    login.close();
  }
}

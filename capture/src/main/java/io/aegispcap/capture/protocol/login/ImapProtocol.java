package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// IMAP (RFC 9051).
public final class ImapProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "imap";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT ? Greetings.imapClient(first) : Greetings.imapServer(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TalkDialogue(new ImapTalk(new Attempts(conversation, name())));
  }
}

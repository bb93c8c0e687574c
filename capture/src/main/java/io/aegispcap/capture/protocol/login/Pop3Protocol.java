package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// POP3 (RFC 1939).
public final class Pop3Protocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "pop3";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT ? Greetings.pop3Client(first) : Greetings.pop3Server(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TalkDialogue(new Pop3Talk(new Attempts(conversation, name())));
  }
}

package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// SMTP, also as submission (RFC 5321, RFC 6409).
public final class SmtpProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT ? Greetings.smtpClient(first) : Greetings.smtpServer(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TalkDialogue(new SmtpTalk(new Attempts(conversation, name())));
  }
}

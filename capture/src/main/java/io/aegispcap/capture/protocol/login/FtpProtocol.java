package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// FTP's control connection (RFC 959).
public final class FtpProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "ftp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT ? Greetings.ftpClient(first) : Greetings.ftpServer(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TalkDialogue(new FtpTalk(new Attempts(conversation, name())));
  }
}

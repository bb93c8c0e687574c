package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// How clients come into MySQL and MariaDB, recognised by the server's greeting or the client's
/// answer to it. Source: MySQL Client/Server Protocol, Connection Phase (Protocol::HandshakeV10,
/// Protocol::HandshakeResponse41).
///
/// Facts: [ServiceBanner] with the server's version, [LoginAttempt].
public final class MysqlProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "mysql";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT
        ? MysqlPackets.recogniseAnswer(first)
        : MysqlPackets.recogniseGreeting(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new MysqlDialogue(new Attempts(conversation, name()));
  }
}

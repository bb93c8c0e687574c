package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// How clients come into PostgreSQL, recognised by what the client says first. Source: PostgreSQL's
/// documentation, Frontend/Backend Protocol 3, Message Formats.
///
/// Facts: [LoginAttempt].
public final class PostgresProtocol implements Protocol {
  static final int HEADER = 8;
  static final int ENCRYPTION = 80_877_103;
  static final int GSS_ENCRYPTION = 80_877_104;

  private static final int TCP = 6;
  private static final int VERSION_3 = 3;
  private static final int LONGEST = 10_000;

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (side == Side.SERVER || first.length() > 1 && first.u16(0) != 0) {
      return Recognition.NO;
    }
    if (first.length() < HEADER) {
      return Recognition.MORE;
    }
    long length = first.u32(0);
    if (asksForEncryption(first)) {
      return Recognition.YES;
    }
    if (first.u16(4) != VERSION_3 || length <= HEADER + 1 || length > LONGEST) {
      return Recognition.NO;
    }
    if (first.length() < length) {
      return first.length() < 1_024 ? Recognition.MORE : Recognition.NO;
    }
    String parameters = first.latin1(HEADER, (int) length - HEADER);
    return ("\0" + parameters).contains("\0user\0") && parameters.endsWith("\0\0")
        ? Recognition.YES
        : Recognition.NO;
  }

  static boolean asksForEncryption(Bytes message) {
    long code = message.u32(4);
    return message.u32(0) == HEADER && (code == ENCRYPTION || code == GSS_ENCRYPTION);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new PostgresDialogue(new Attempts(conversation, name()));
  }
}

package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// Telnet (RFC 854), recognised by the options that either side begins with. Services that show a
/// prompt without negotiating anything are not taken for it.
public final class TelnetProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int IAC = 255;
  private static final int WILL = 251;
  private static final int DONT = 254;
  private static final int SUBNEGOTIATION = 250;
  private static final int LAST_OPTION = 49;

  @Override
  public String name() {
    return "telnet";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  /// One command about an option of IANA's list, and then another one, text, or nothing yet.
  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (first.length() > 0 && first.u8(0) != IAC) {
      return Recognition.NO;
    }
    if (first.length() < 3) {
      return Recognition.MORE;
    }
    boolean option = first.u8(2) <= LAST_OPTION;
    int command = first.u8(1);
    if (!option || command < SUBNEGOTIATION || command > DONT) {
      return Recognition.NO;
    }
    boolean plain = first.length() == 3 || isText(first.u8(3)) || first.u8(3) == IAC;
    return command >= WILL && plain || command == SUBNEGOTIATION && closes(first)
        ? Recognition.YES
        : Recognition.NO;
  }

  private static boolean isText(int value) {
    return value >= ' ' && value < 127 || value == '\r' || value == '\n' || value == 0x1b;
  }

  private static boolean closes(Bytes first) {
    int at = first.indexOf((byte) IAC, 3);
    return at > 0 && at + 1 < first.length() && first.u8(at + 1) == 240;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TelnetDialogue(conversation);
  }
}

package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// How viewers come into a screen by the Remote Framebuffer Protocol, recognised by the version
/// that either side names first. Source: RFC 6143 7.1.
///
/// Facts: [ServiceBanner] with the server's version, [LoginAttempt].
public final class VncProtocol implements Protocol {
  /// `RFB 003.008` and a line feed.
  static final int VERSION = 12;

  private static final int TCP = 6;
  private static final String FORM = "RFB 000.000\n";

  @Override
  public String name() {
    return "vnc";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    int length = Math.min(first.length(), VERSION);
    for (int i = 0; i < length; i++) {
      int c = first.u8(i);
      char wanted = FORM.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return Recognition.NO;
      }
    }
    return length == VERSION ? Recognition.YES : Recognition.MORE;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new VncDialogue(new Attempts(conversation, name()));
  }
}

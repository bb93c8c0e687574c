package io.aegispcap.capture.protocol.syslog;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// Syslog over UDP with a header of RFC 5424 or RFC 3164. Messages without a time are not taken for
/// it.
public final class SyslogProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "syslog";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return SyslogHeader.of(first).isPresent() ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new SyslogDialogue(conversation);
  }
}

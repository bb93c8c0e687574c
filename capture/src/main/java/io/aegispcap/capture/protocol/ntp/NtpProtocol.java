package io.aegispcap.capture.protocol.ntp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// NTP over UDP (RFC 5905), with control (RFC 9327) and private messages.
public final class NtpProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "ntp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return NtpHeader.isNtp(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new NtpDialogue(conversation);
  }
}

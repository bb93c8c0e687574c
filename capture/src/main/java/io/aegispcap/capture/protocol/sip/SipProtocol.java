package io.aegispcap.capture.protocol.sip;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// SIP over UDP (RFC 3261), recognised by the first line of a message.
public final class SipProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "sip";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return SipDialogue.isSip(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new SipDialogue(conversation);
  }
}

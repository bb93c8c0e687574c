package io.aegispcap.capture.protocol.stun;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// STUN and TURN over UDP with the magic cookie (RFC 8489 5). Classic STUN (RFC 3489) has none and
/// is not taken for it.
public final class StunProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "stun";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return StunMessage.isStun(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new StunDialogue(conversation);
  }
}

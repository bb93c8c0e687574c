package io.aegispcap.capture.protocol.radius;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// RADIUS over UDP, recognised by a known code, a length that is the datagram's, attributes that
/// fill it, and, in requests, one that says who asks.
public final class RadiusProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "radius";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return RadiusPacket.isOpening(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new RadiusDialogue(conversation);
  }
}

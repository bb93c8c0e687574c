package io.aegispcap.capture.protocol.ike;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// IKE 1 and 2 over UDP, recognised by the first message of an initiator.
public final class IkeProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "ike";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    boolean opens = IkeHeader.of(first).filter(IkeHeader::opens).isPresent();
    return opens ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new IkeDialogue(conversation);
  }
}

package io.aegispcap.capture.protocol.ssdp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// SSDP over UDP (UPnP Device Architecture 1.3, section 1).
public final class SsdpProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "ssdp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return SsdpDialogue.isSsdp(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new SsdpDialogue(conversation);
  }
}

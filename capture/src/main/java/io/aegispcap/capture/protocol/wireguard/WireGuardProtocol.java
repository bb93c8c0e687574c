package io.aegispcap.capture.protocol.wireguard;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// WireGuard, recognised by an initiation of a handshake (its paper, 5.4.2). Conversations that are
/// seen from the middle are not.
public final class WireGuardProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "wireguard";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return WireGuardDialogue.isInitiation(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new WireGuardDialogue(conversation);
  }
}

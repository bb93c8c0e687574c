package io.aegispcap.capture.protocol.openvpn;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// OpenVPN over UDP and TCP, recognised by the client's first packet. Obfuscated kinds are not.
public final class OpenVpnProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int UDP = 17;

  @Override
  public String name() {
    return "openvpn";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP || ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.SERVER ? Recognition.NO : OpenVpnReset.recognise(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new OpenVpnDialogue(conversation);
  }
}

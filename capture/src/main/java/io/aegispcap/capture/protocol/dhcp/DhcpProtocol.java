package io.aegispcap.capture.protocol.dhcp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MessageDialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// DHCP for IPv4 over UDP, and BOOTP with its magic cookie (RFC 2131).
public final class DhcpProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "dhcp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return DhcpReader.isDhcp(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new MessageDialogue(
        conversation,
        (data, frameId, timestamp) -> new DhcpReader(data).message(frameId, timestamp));
  }
}

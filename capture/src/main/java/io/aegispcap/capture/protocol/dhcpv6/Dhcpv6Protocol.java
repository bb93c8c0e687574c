package io.aegispcap.capture.protocol.dhcpv6;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MessageDialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// DHCP for IPv6 over UDP, recognised by a known type of message whose options end where the
/// datagram does, and by the identifier of the client or the server among them.
public final class Dhcpv6Protocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "dhcpv6";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return Dhcpv6Options.fits(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new MessageDialogue(
        conversation,
        (data, frameId, timestamp) -> new Dhcpv6Reader(data).message(frameId, timestamp));
  }
}

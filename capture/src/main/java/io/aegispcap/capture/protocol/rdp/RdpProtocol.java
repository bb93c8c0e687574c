package io.aegispcap.capture.protocol.rdp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.tpkt.Tpkt;

/// RDP over TCP, recognised by a connection request with a cookie or a negotiation of security, or
/// by the answer to one. What follows inside TLS is not read.
///
/// Facts: [RdpConnection], one a connection.
public final class RdpProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "rdp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (!Tpkt.mayBegin(first)) {
      return Recognition.NO;
    }
    if (first.length() < Tpkt.HEADER) {
      return Recognition.MORE;
    }
    int length = Tpkt.TPKT.length(first);
    if (length < 0 || length > Negotiation.LONGEST) {
      return Recognition.NO;
    }
    if (length > first.length()) {
      return Recognition.MORE;
    }
    Bytes packet = first.slice(0, length);
    boolean fits =
        side == Side.CLIENT ? Negotiation.isRequest(packet) : Negotiation.isAnswer(packet);
    return fits ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new RdpDialogue(conversation);
  }
}

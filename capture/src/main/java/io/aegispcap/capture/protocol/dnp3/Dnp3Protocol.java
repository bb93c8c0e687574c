package io.aegispcap.capture.protocol.dnp3;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// DNP3 over TCP and UDP, recognised by the start bytes and the checksum of the link header.
///
/// Facts: [io.aegispcap.capture.protocol.control.ControlFunction]; a unit is the master's and the
/// outstation's address. Of a message in several link frames the first one is read.
public final class Dnp3Protocol implements Protocol {
  private static final int TCP = 6;
  private static final int UDP = 17;

  @Override
  public String name() {
    return "dnp3";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP || ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    int length = first.length();
    if (length >= 1 && first.u8(0) != LinkFraming.START_1
        || length >= 2 && first.u8(1) != LinkFraming.START_2) {
      return Recognition.NO;
    }
    if (length < LinkFraming.HEADER) {
      return Recognition.MORE;
    }
    return LinkFraming.LINK.length(first) > 0 ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new Dnp3Dialogue(conversation);
  }
}

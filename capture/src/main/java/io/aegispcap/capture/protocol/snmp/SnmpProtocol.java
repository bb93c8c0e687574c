package io.aegispcap.capture.protocol.snmp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// SNMP over UDP, recognised by a sequence of the datagram's length with a known version, then a
/// community and a PDU, or the header of version 3.
///
/// Facts: [SnmpRequest]; what is alike is counted together, 256 kinds of a conversation at a time,
/// 4,096 in all.
public final class SnmpProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "snmp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return SnmpMessage.fits(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new SnmpDialogue(conversation);
  }
}

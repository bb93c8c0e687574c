package io.aegispcap.capture.protocol.tftp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// TFTP's requests (RFC 1350 5). The data go between other ports and are not attributed to them.
public final class TftpProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "tftp";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return TftpDialogue.request(first).isPresent() ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TftpDialogue(conversation);
  }
}

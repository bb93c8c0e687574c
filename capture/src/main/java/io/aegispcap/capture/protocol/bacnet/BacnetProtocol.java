package io.aegispcap.capture.protocol.bacnet;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// BACnet/IP, recognised by its virtual link header, whose length is the datagram's, and by the
/// network header after it.
///
/// Facts: [io.aegispcap.capture.protocol.control.ControlFunction]; a unit is the network behind a
/// router. Later segments of a message are not read.
public final class BacnetProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "bacnet";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return BacnetHeaders.fits(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new BacnetDialogue(conversation);
  }
}

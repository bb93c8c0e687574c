package io.aegispcap.capture.protocol.s7;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// S7comm, recognised by its identifier in the first data TPDU of ISO transport.
///
/// Facts: [io.aegispcap.capture.protocol.control.ControlFunction]. Of a message 1 KiB are read; of
/// one in several TPDUs the first one.
public final class S7Protocol implements Protocol {
  private static final int TCP = 6;
  private static final int IDENTIFIER = 0x32;
  private static final int HIGHEST_KIND = 7;

  @Override
  public String name() {
    return "s7comm";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return S7Opening.look(first, IDENTIFIER, HIGHEST_KIND);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new S7Dialogue(conversation);
  }
}

package io.aegispcap.capture.protocol.s7;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// What newer controllers of Siemens speak in S7comm's place: it is named, and not read.
public final class S7PlusProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int IDENTIFIER = 0x72;
  private static final int HIGHEST_VERSION = 3;

  @Override
  public String name() {
    return "s7comm-plus";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return S7Opening.look(first, IDENTIFIER, HIGHEST_VERSION);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new Unread();
  }

  private static final class Unread implements Dialogue {
    @Override
    public boolean read(Side side, Bytes data) {
      return false;
    }

    @Override
    public boolean gap(Side side, long length) {
      return false;
    }

    @Override
    public void close() {
      // Nothing was read.
    }
  }
}

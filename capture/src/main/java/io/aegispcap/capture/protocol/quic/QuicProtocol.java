package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// QUIC 1 and 2, and drafts 23 to 34, over UDP. It reads the first packets of each side and emits one
/// [QuicInitial]. Google's own versions before those are not read.
public final class QuicProtocol implements Protocol {
  private static final int UDP = 17;

  @Override
  public String name() {
    return "quic";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  /// A conversation is known by the client's Initial packet, or by 0-RTT that came before it; without
  /// the client's the server's cannot be read.
  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT && begins(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new QuicDialogue(conversation);
  }

  private static boolean begins(Bytes first) {
    if (first.length() < 5 || (first.u8(0) & 0xc0) != 0xc0) {
      return false;
    }
    try {
      return LongHeader.read(first, 0)
          .map(LongHeader::begins)
          .orElse(false);
    } catch (MalformedMessageException e) {
      return false;
    }
  }
}

package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// QUIC 1 and 2, and drafts 23 to 34, over UDP. It reads the first packets of each side and emits
/// one [QuicInitial]. Facebook's variants of drafts are read too, Google's own versions are not.
public final class QuicProtocol implements Protocol {
  private static final int UDP = 17;

  /// A client's first datagram is padded to this (RFC 9000 14.1).
  private static final int MIN_DATAGRAM = 1200;

  @Override
  public String name() {
    return "quic";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP;
  }

  /// A conversation is known by the client's Initial packet, by 0-RTT that came before it, or by a
  /// version that is there to be refused. Without the client's the server's cannot be read.
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
    if (QuicVersion.isReserved((int) first.u32(1))) {
      return first.length() >= MIN_DATAGRAM;
    }
    try {
      return LongHeader.read(first, 0).map(LongHeader::begins).orElse(false);
    } catch (MalformedMessageException e) {
      return false;
    }
  }
}

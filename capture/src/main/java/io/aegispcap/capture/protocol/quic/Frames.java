package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;

/// Walks the frames of an Initial packet (RFC 9000 12.4) for those that carry the handshake.
final class Frames {
  private static final int PADDING = 0;
  private static final int PING = 1;
  private static final int ACK = 2;
  private static final int ACK_ECN = 3;
  private static final int CRYPTO = 6;

  private Frames() {}

  /// Reading ends at the first frame that Initial packets may not hold, or that closes.
  static void read(byte[] frames, CryptoStream into) {
    QuicReader in = new QuicReader(Bytes.of(frames), 0);
    boolean known = true;
    while (known && in.hasMore()) {
      known = readOne(in, into);
    }
  }

  private static boolean readOne(QuicReader in, CryptoStream into) {
    int type = in.u8();
    switch (type) {
      case PADDING, PING -> {}
      case ACK, ACK_ECN -> skipAck(in, type == ACK_ECN);
      case CRYPTO -> into.add(in.varint(), in.take(in.length()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void skipAck(QuicReader in, boolean withCounts) {
    in.varint();
    in.varint();
    long ranges = in.varint();
    in.varint();
    for (long i = 0; i < ranges; i++) {
      in.varint();
      in.varint();
    }
    for (int i = 0; withCounts && i < 3; i++) {
      in.varint();
    }
  }
}

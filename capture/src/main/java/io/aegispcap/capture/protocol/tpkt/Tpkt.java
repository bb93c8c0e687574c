package io.aegispcap.capture.protocol.tpkt;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Framing;

/// Packets of RFC 1006 6: version 3, a zero, the length of all; in them a TPDU of X.224 13, of
/// which the first byte is the length of its header and the second its kind.
public enum Tpkt implements Framing {
  TPKT;

  public static final int CONNECTION_REQUEST = 0xe0;
  public static final int CONNECTION_CONFIRM = 0xd0;
  public static final int DATA = 0xf0;

  /// Where the TPDU begins.
  public static final int HEADER = 4;

  private static final int VERSION = 3;
  private static final int SHORTEST = 7;

  @Override
  public int header() {
    return HEADER;
  }

  @Override
  public int length(Bytes message) {
    int length = message.u16(2);
    return message.u8(0) == VERSION && message.u8(1) == 0 && length >= SHORTEST ? length : -1;
  }

  /// Whether these bytes may be the beginning of such a packet; there may be none.
  public static boolean mayBegin(Bytes first) {
    return (first.length() < 1 || first.u8(0) == VERSION)
        && (first.length() < 2 || first.u8(1) == 0);
  }

  /// The kind of a packet's TPDU, without its credit; -1 when its header does not fit.
  ///
  /// @param packet whole, or its beginning
  public static int kind(Bytes packet) {
    if (packet.length() < HEADER + 3) {
      return -1;
    }
    int header = packet.u8(HEADER);
    return header >= 2 && HEADER + 1 + header <= packet.u16(2) ? packet.u8(HEADER + 1) & 0xf0 : -1;
  }

  /// Where what a data TPDU carries begins.
  public static int payload(Bytes packet) {
    return HEADER + 1 + packet.u8(HEADER);
  }

  /// Whether a data TPDU ends its message (X.224 13.7.3).
  public static boolean ends(Bytes packet) {
    return packet.u8(HEADER + 2) >= 0x80;
  }
}

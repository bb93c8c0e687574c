package io.aegispcap.capture.protocol.s7;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.tpkt.Tpkt;

/// What the first data TPDU of a side begins with. Before it come connection TPDUs and empty ones.
final class S7Opening {
  private S7Opening() {}

  /// @param identifier the protocol's first byte
  /// @param most the highest second byte
  static Recognition look(Bytes first, int identifier, int most) {
    if (!Tpkt.mayBegin(first)) {
      return Recognition.NO;
    }
    int at = 0;
    while (first.length() - at >= Tpkt.HEADER) {
      Bytes packet = first.slice(at, first.length() - at);
      int length = Tpkt.TPKT.length(packet);
      if (length < 0) {
        return Recognition.NO;
      }
      if (length > packet.length()) {
        return Recognition.MORE;
      }
      switch (Tpkt.kind(packet)) {
        case Tpkt.CONNECTION_REQUEST, Tpkt.CONNECTION_CONFIRM -> {}
        case Tpkt.DATA -> {
          int payload = Tpkt.payload(packet);
          if (payload + 2 <= length) {
            int kind = packet.u8(payload + 1);
            return packet.u8(payload) == identifier && kind >= 1 && kind <= most
                ? Recognition.YES
                : Recognition.NO;
          }
          if (payload < length) {
            return Recognition.NO;
          }
        }
        default -> {
          return Recognition.NO;
        }
      }
      at += length;
    }
    return Recognition.MORE;
  }
}

package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Recognition;

/// How TLS records look from outside.
final class Records {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;
  private static final int HEARTBEAT = 24;

  private static final int MAX_LENGTH = (1 << 14) + 2048;
  private static final int VERSION2_MIN = 9;
  static final int VERSION2_MAX = 512;

  private Records() {}

  static boolean isHeader(Bytes header) {
    int type = header.u8(0);
    return type >= CHANGE_CIPHER_SPEC
        && type <= HEARTBEAT
        && header.u8(1) == 3
        && header.u8(2) <= 4
        && header.u16(3) <= MAX_LENGTH;
  }

  /// Whether a stream begins with a hello or with an alert.
  static Recognition recognise(Bytes first) {
    if (first.length() == 0) {
      return Recognition.MORE;
    }
    int type = first.u8(0);
    if ((type & 0x80) != 0) {
      return recogniseVersion2(first);
    }
    if (type != HANDSHAKE && type != ALERT) {
      return Recognition.NO;
    }
    if (first.length() < 6) {
      return first.length() > 1 && first.u8(1) != 3 ? Recognition.NO : Recognition.MORE;
    }
    return isHeader(first) && plausible(type, first) ? Recognition.YES : Recognition.NO;
  }

  private static boolean plausible(int type, Bytes first) {
    int start = first.u8(5);
    return type == ALERT
        ? first.u16(3) == 2 && (start == 1 || start == 2)
        : first.u16(3) >= 4 && (start == 0 || start == 1 || start == 2);
  }

  /// An SSL 2.0 client hello, or a later one dressed so (RFC 5246 E.2): two bytes of length, then
  /// the type, the version, and three lengths.
  private static Recognition recogniseVersion2(Bytes first) {
    if (first.length() < 11) {
      return first.length() > 2 && first.u8(2) != 1 ? Recognition.NO : Recognition.MORE;
    }
    return isVersion2Hello(first) ? Recognition.YES : Recognition.NO;
  }

  private static boolean isVersion2Hello(Bytes first) {
    int length = version2Length(first);
    int version = first.u16(3);
    int ciphers = first.u16(5);
    int session = first.u16(7);
    int challenge = first.u16(9);
    return first.u8(2) == 1
        && (version == Versions.SSL2 || (version >= 0x0300 && version <= 0x0304))
        && isVersion2Length(first)
        && ciphers % 3 == 0
        && length == VERSION2_MIN + ciphers + session + challenge;
  }

  static boolean isVersion2Length(Bytes first) {
    int length = version2Length(first);
    return length > VERSION2_MIN && length <= VERSION2_MAX;
  }

  static int version2Length(Bytes first) {
    return first.u16(0) & 0x7fff;
  }
}

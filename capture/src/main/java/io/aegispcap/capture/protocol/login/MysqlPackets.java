package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Framing;
import io.aegispcap.capture.protocol.Recognition;

/// The packets of MySQL's connection phase: three bytes of length, least significant first, one of
/// sequence, then the payload.
final class MysqlPackets {
  static final int HEADER = 4;

  /// Start of the user's name: header, capabilities, greatest packet, character set, zeros.
  static final int USER = HEADER + 4 + 4 + 1 + 23;

  private static final int PROTOCOL_10 = 10;
  private static final int SHORTEST_GREETING = 40;
  private static final int LONGEST_GREETING = 512;
  private static final int LONGEST_ANSWER = 65_535;
  private static final int MOST_VERSION = 96;
  private static final int PROTOCOL_41 = 0x200;
  private static final int ENCRYPTED = 0x800;

  /// MariaDB has put its own capabilities into the last four of the 23 zeros.
  private static final int ZEROS = 19;

  /// Thread, first part of the scramble, then a zero.
  private static final int TO_FILLER = 4 + 8;

  private MysqlPackets() {}

  static final Framing FRAMING =
      new Framing() {
        @Override
        public int header() {
          return HEADER;
        }

        @Override
        public int length(Bytes message) {
          return HEADER + payload(message);
        }
      };

  static Recognition recogniseGreeting(Bytes first) {
    if (first.length() > 3 && first.u8(3) != 0
        || first.length() > 4 && first.u8(4) != PROTOCOL_10) {
      return Recognition.NO;
    }
    if (first.length() <= HEADER) {
      return Recognition.MORE;
    }
    int length = payload(first);
    if (length < SHORTEST_GREETING || length > LONGEST_GREETING) {
      return Recognition.NO;
    }
    if (first.length() < HEADER + length) {
      return plausibleVersion(first) ? Recognition.MORE : Recognition.NO;
    }
    int end = first.indexOf((byte) 0, HEADER + 1);
    return plausibleVersion(first)
            && end > 0
            && end + TO_FILLER + 1 < HEADER + length
            && first.u8(end + TO_FILLER + 1) == 0
        ? Recognition.YES
        : Recognition.NO;
  }

  /// Versions begin with a number and are printable.
  private static boolean plausibleVersion(Bytes first) {
    int end = first.indexOf((byte) 0, HEADER + 1);
    int last = end < 0 ? first.length() : end;
    if (last - HEADER - 1 > MOST_VERSION || end == HEADER + 1) {
      return false;
    }
    for (int i = HEADER + 1; i < last; i++) {
      int c = first.u8(i);
      if (c < ' ' || c > '~' || i == HEADER + 1 && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  static Recognition recogniseAnswer(Bytes first) {
    if (first.length() > 3 && first.u8(3) != 1) {
      return Recognition.NO;
    }
    if (first.length() < USER) {
      return Recognition.MORE;
    }
    int length = payload(first);
    if (length < USER - HEADER || length > LONGEST_ANSWER || !isProtocol41(first)) {
      return Recognition.NO;
    }
    for (int i = 0; i < ZEROS; i++) {
      if (first.u8(USER - 23 + i) != 0) {
        return Recognition.NO;
      }
    }
    return Recognition.YES;
  }

  static boolean isProtocol41(Bytes packet) {
    return (packet.u32Little(HEADER) & PROTOCOL_41) != 0;
  }

  /// Whether the client goes on in TLS.
  static boolean asksForTls(Bytes packet) {
    return payload(packet) == USER - HEADER && (packet.u32Little(HEADER) & ENCRYPTED) != 0;
  }

  static int payload(Bytes packet) {
    return packet.u8(0) | packet.u8(1) << 8 | packet.u8(2) << 16;
  }

  /// Text up to a zero, or to the end.
  static String text(Bytes packet, int from) {
    int end = packet.indexOf((byte) 0, from);
    return packet.slice(from, (end < 0 ? packet.length() : end) - from).utf8(1_024);
  }
}

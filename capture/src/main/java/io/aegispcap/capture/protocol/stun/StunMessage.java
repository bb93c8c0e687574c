package io.aegispcap.capture.protocol.stun;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import java.util.Optional;

/// One message (RFC 8489 5, 14).
final class StunMessage {
  private static final int HEADER = 20;
  private static final long COOKIE = 0x2112_a442L;
  private static final int MAPPED = 0x0001;
  private static final int ERROR = 0x0009;
  private static final int REALM = 0x0014;
  private static final int XOR_PEER = 0x0012;
  private static final int XOR_MAPPED = 0x0020;
  private static final int SOFTWARE = 0x8022;
  private static final int LONGEST = 128;

  private final Bytes data;

  private StunMessage(Bytes data) {
    this.data = data;
  }

  /// Its length field fits the datagram, as do those of its attributes.
  static boolean isStun(Bytes data) {
    if (data.length() < HEADER
        || data.u8(0) > 0x3f
        || data.u32(4) != COOKIE
        || data.u16(2) % 4 != 0
        || HEADER + data.u16(2) != data.length()) {
      return false;
    }
    int at = HEADER;
    while (at + 4 <= data.length()) {
      at += 4 + (data.u16(at + 2) + 3 & ~3);
    }
    return at == data.length();
  }

  static StunMessage of(Bytes data) {
    return new StunMessage(data);
  }

  /// IANA's name, `method-N` for others (RFC 8489 18.2, RFC 8656 17).
  String method() {
    int type = data.u16(0);
    int method = type & 0x000f | type >> 1 & 0x0070 | type >> 2 & 0x0f80;
    return switch (method) {
      case 1 -> "binding";
      case 3 -> "allocate";
      case 4 -> "refresh";
      case 6 -> "send";
      case 7 -> "data";
      case 8 -> "create-permission";
      case 9 -> "channel-bind";
      default -> "method-" + method;
    };
  }

  /// 0 request, 1 indication, 2 success, 3 error.
  int kind() {
    int type = data.u16(0);
    return type >> 4 & 1 | type >> 7 & 2;
  }

  Optional<String> software() {
    return text(SOFTWARE);
  }

  Optional<String> realm() {
    return text(REALM);
  }

  /// Where the other side sees the sender: address and port.
  Optional<String> mapped() {
    return address(XOR_MAPPED, true).or(() -> address(MAPPED, false));
  }

  /// For whom a relay is to pass data on.
  Optional<String> peer() {
    return address(XOR_PEER, true);
  }

  /// 300 to 699; 0 without an error.
  int error() {
    int at = find(ERROR);
    return at < 0 || data.u16(at + 2) < 4
        ? 0
        : (data.u8(at + 6) & 7) * 100 + Math.min(99, data.u8(at + 7));
  }

  private Optional<String> text(int wanted) {
    int at = find(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    int length = Math.min(LONGEST, data.u16(at + 2));
    return Optional.of(data.slice(at + 4, length).utf8(length)).filter(text -> !text.isEmpty());
  }

  private Optional<String> address(int wanted, boolean hidden) {
    int at = find(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    int family = data.u8(at + 5);
    int length = data.u16(at + 2);
    int port = data.u16(at + 6) ^ (hidden ? (int) (COOKIE >> 16) : 0);
    if (family == 1 && length == 8) {
      long address = data.u32(at + 8) ^ (hidden ? COOKIE : 0);
      return Optional.of(IpAddress.v4((int) address) + ":" + port);
    }
    if (family == 2 && length == 20) {
      long high = data.u64(at + 8) ^ (hidden ? data.u64(4) : 0);
      long low = data.u64(at + 16) ^ (hidden ? data.u64(12) : 0);
      return Optional.of("[" + new IpAddress(high, low) + "]:" + port);
    }
    return Optional.empty();
  }

  /// Where such an attribute stands; -1 when it has none.
  private int find(int wanted) {
    int at = HEADER;
    while (at + 4 <= data.length()) {
      if (data.u16(at) == wanted && at + 4 + data.u16(at + 2) <= data.length()) {
        return data.u16(at + 2) >= 4 || wanted == SOFTWARE || wanted == REALM ? at : -1;
      }
      at += 4 + (data.u16(at + 2) + 3 & ~3);
    }
    return -1;
  }
}

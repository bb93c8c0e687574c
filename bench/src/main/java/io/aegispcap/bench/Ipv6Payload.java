package io.aegispcap.bench;

/// Walks the extension headers of an IPv6 packet to its transport.
final class Ipv6Payload {
  private static final int HEADER = 40;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;

  private int protocol;
  private int at;
  private boolean first;

  void find(byte[] frame, int ip, int length) {
    protocol = Bytes.u8(frame, ip + 6);
    at = ip + HEADER;
    first = true;
    while (isExtension(protocol) && at + 8 <= length) {
      int size = sizeOf(frame);
      if (protocol == FRAGMENT) {
        first &= (Bytes.u16(frame, at + 2) & 0xfff8) == 0;
      }
      protocol = Bytes.u8(frame, at);
      at += size;
    }
  }

  private int sizeOf(byte[] frame) {
    int field = Bytes.u8(frame, at + 1);
    return switch (protocol) {
      case FRAGMENT -> 8;
      case AUTHENTICATION -> (field + 2) * 4;
      default -> (field + 1) * 8;
    };
  }

  private static boolean isExtension(int protocol) {
    return switch (protocol) {
      case 0, 43, FRAGMENT, AUTHENTICATION, 60, 135 -> true;
      default -> false;
    };
  }

  int protocol() {
    return protocol;
  }

  /// Offset of the transport in bytes; may lie behind the captured bytes.
  int at() {
    return at;
  }

  /// Whether the transport header starts here: no fragment, or the first one.
  boolean first() {
    return first;
  }
}

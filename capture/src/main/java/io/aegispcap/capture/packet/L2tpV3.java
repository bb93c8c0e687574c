package io.aegispcap.capture.packet;

/// Data messages of L2TP version 3 (RFC 3931 4.1). Behind the session's number come a cookie and a
/// sublayer whose lengths the two ends agreed on before, and no word says what is carried; so an
/// Ethernet frame with a whole IP header in it is looked for (RFC 4719), and nothing else is
/// opened.
final class L2tpV3 {
  private static final int FLAGS_AND_RESERVED = 4;
  private static final int SESSION = 4;

  /// A cookie of 0, 4 or 8 bytes and a sublayer of 0 or 4.
  private static final int MAX_BEFORE_FRAME = 12;

  private static final int ETHERNET_HEADER = 14;
  private static final int TAG = 4;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;

  private L2tpV3() {}

  static int overUdp(Span span) {
    span.skip(FLAGS_AND_RESERVED);
    return session(span);
  }

  /// @param span at the session's number, which control messages do not have
  static int session(Span span) {
    if (!span.has(SESSION) || span.i32(0) == 0) {
      return Layer.DONE;
    }
    for (int at = SESSION; at <= SESSION + MAX_BEFORE_FRAME; at += 4) {
      if (ethernet(span, at)) {
        span.skip(at);
        return Layer.ETHERNET;
      }
    }
    return Layer.DONE;
  }

  private static boolean ethernet(Span span, int at) {
    int ip = at + ETHERNET_HEADER;
    if (!span.has(ip)) {
      return false;
    }
    int type = span.u16(ip - 2);
    if (type == 0x8100 && span.has(ip + TAG)) {
      ip += TAG;
      type = span.u16(ip - 2);
    }
    return switch (type) {
      case Ethernet.IPV4 ->
          span.has(ip + IPV4_HEADER)
              && (span.u8(ip) >>> 4) == 4
              && (span.u8(ip) & 0xf) >= IPV4_HEADER / 4
              && span.u16(ip + 2) <= span.wire - ip;
      case Ethernet.IPV6 ->
          span.has(ip + IPV6_HEADER)
              && (span.u8(ip) >>> 4) == 6
              && span.u16(ip + 4) <= span.wire - ip - IPV6_HEADER;
      default -> false;
    };
  }
}

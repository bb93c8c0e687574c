package io.aegispcap.capture.packet;

/// Receiver information before 802.11 frames: radiotap, AVS, Prism.
final class Radio {
  private static final int TSFT = 1;
  private static final int FLAGS = 2;
  private static final int EXTENDED = 1 << 31;
  private static final int FCS_AT_END = 0x10;
  private static final int MAX_BITMAPS = 16;
  private static final int PRISM_LENGTH = 144;

  private Radio() {}

  private static int littleEndian16(Span span, int at) {
    return Short.toUnsignedInt(Short.reverseBytes((short) span.u16(at)));
  }

  /// <https://www.radiotap.org>: all of it is little-endian.
  static int tap(Packet packet, Span span) {
    if (!span.has(8)) {
      return span.missing(packet);
    }
    int length = littleEndian16(span, 2);
    if (span.u8(0) != 0 || length < 8) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    if (!span.has(length)) {
      return span.missing(packet);
    }
    boolean checked = (flags(span, length) & FCS_AT_END) != 0;
    span.skip(length);
    if (checked) {
      span.limit(Math.max(0, span.wire - 4));
    }
    return Layer.IEEE_802_11;
  }

  private static int flags(Span span, int length) {
    int present = Integer.reverseBytes(span.i32(4));
    int at = 8;
    int more = present;
    for (int i = 0; i < MAX_BITMAPS && (more & EXTENDED) != 0 && at + 4 <= length; i++) {
      more = Integer.reverseBytes(span.i32(at));
      at += 4;
    }
    if ((present & TSFT) != 0) {
      at = (at + 7 & ~7) + 8;
    }
    return (present & FLAGS) != 0 && at < length ? span.u8(at) : 0;
  }

  /// Prism captures may hold AVS headers, which say so in their first word.
  static int prismOrAvs(Packet packet, Span span) {
    if (!span.has(8)) {
      return span.missing(packet);
    }
    boolean avs = (span.i32(0) & 0xffff_f000) == 0x8021_1000;
    int length = avs ? span.i32(4) : PRISM_LENGTH;
    if (length < 8) {
      return Layer.end(packet, Outcome.MALFORMED);
    }
    span.skip(length);
    return Layer.IEEE_802_11;
  }
}

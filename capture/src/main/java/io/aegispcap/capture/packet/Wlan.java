package io.aegispcap.capture.packet;

/// IEEE 802.11 data frames.
final class Wlan {
  private static final int DATA = 2;
  private static final int TO_AND_FROM_DS = 0x03;
  private static final int MORE_FRAGMENTS = 0x04;
  private static final int PROTECTED = 0x40;
  private static final int ORDER = 0x80;
  private static final int QOS = 0x8;
  private static final int NO_DATA = 0x4;
  private static final int A_MSDU = 0x80;
  private static final int SUBFRAME_HEADER = 14;

  private Wlan() {}

  static int decode(Packet packet, Span span) {
    if (!span.has(2)) {
      return span.missing(packet);
    }
    int control = span.u8(0);
    int flags = span.u8(1);
    int subtype = control >>> 4;
    if ((control & 3) != 0 || (control >>> 2 & 3) != DATA || (subtype & NO_DATA) != 0) {
      return Layer.end(packet, Outcome.NOT_DATA);
    }
    if ((flags & PROTECTED) != 0) {
      return Layer.end(packet, Outcome.ENCRYPTED_FRAME);
    }
    return data(packet, span, subtype, flags);
  }

  private static int data(Packet packet, Span span, int subtype, int flags) {
    int length = (flags & TO_AND_FROM_DS) == TO_AND_FROM_DS ? 30 : 24;
    boolean qos = (subtype & QOS) != 0;
    int qosAt = length;
    if (qos) {
      length += (flags & ORDER) != 0 ? 6 : 2; // an HT control field comes with the order bit
    }
    if (!span.has(length)) {
      return span.missing(packet);
    }
    boolean laterFragment = (span.u8(22) & 0xf) != 0;
    boolean cutFragment = (flags & MORE_FRAGMENTS) != 0 && !span.has(length + 8);
    if (laterFragment || cutFragment) {
      return Layer.end(packet, Outcome.NOT_DATA);
    }
    boolean aggregate = qos && (span.u8(qosAt) & A_MSDU) != 0;
    span.skip(length);
    return aggregate ? firstSubframe(packet, span) : Layer.LLC;
  }

  /// An A-MSDU holds several packets; its frame is counted by the first.
  private static int firstSubframe(Packet packet, Span span) {
    if (!span.has(SUBFRAME_HEADER)) {
      return span.missing(packet);
    }
    int length = span.u16(12);
    span.skip(SUBFRAME_HEADER);
    span.limit(length);
    return Layer.LLC;
  }
}

package io.aegispcap.bench;

/// Replaces words of a frame and carries the change into up to two Internet checksums.
///
/// Source: RFC 1624, equation 3.
final class ChecksummedWords {
  /// In place of an offset: no such checksum.
  static final int NONE = -1;

  private byte[] frame = new byte[0];
  private int length;
  private int header = NONE;
  private int transport = NONE;

  void frame(byte[] frame, int length) {
    this.frame = frame;
    this.length = length;
  }

  /// Sets the offsets of the checksums that cover the words to come. One that lies behind the
  /// captured bytes is ignored, as is a transport checksum of zero, which means there is none.
  void checksums(int header, int transport) {
    this.header = header;
    boolean present = transport != NONE && transport + 2 <= length;
    this.transport = present && Bytes.u16(frame, transport) != 0 ? transport : NONE;
  }

  void swap32(int at, int value) {
    swap16(at, value >>> 16);
    swap16(at + 2, value & 0xffff);
  }

  private void swap16(int at, int value) {
    int old = Bytes.u16(frame, at);
    if (old == value) {
      return;
    }
    Bytes.put16(frame, at, value);
    if (header != NONE) {
      Bytes.put16(frame, header, adjusted(Bytes.u16(frame, header), old, value));
    }
    if (transport != NONE) {
      int sum = adjusted(Bytes.u16(frame, transport), old, value);
      Bytes.put16(frame, transport, sum == 0 ? 0xffff : sum);
    }
  }

  private static int adjusted(int checksum, int old, int value) {
    int sum = (~checksum & 0xffff) + (~old & 0xffff) + value;
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    return ~sum & 0xffff;
  }
}

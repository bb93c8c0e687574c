package io.aegispcap.capture.protocol.dnp3;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Framing;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Frames of the data link (IEEE 1815 9.2): a header of ten bytes, then blocks of up to sixteen,
/// each with a checksum of its own.
enum LinkFraming implements Framing {
  LINK;

  static final int START_1 = 0x05;
  static final int START_2 = 0x64;
  static final int HEADER = 10;
  static final int LONGEST = 292;
  private static final int BLOCK = 16;
  private static final int CHECKSUM = 2;
  private static final int COUNTED_IN_HEADER = 5;

  /// Remainders of x^16 + x^13 + x^12 + x^11 + x^10 + x^8 + x^6 + x^5 + x^2 + 1, bits reversed.
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int remainder = i;
      for (int bit = 0; bit < 8; bit++) {
        remainder = (remainder & 1) != 0 ? remainder >>> 1 ^ 0xa6bc : remainder >>> 1;
      }
      TABLE[i] = remainder;
    }
  }

  @Override
  public int header() {
    return HEADER;
  }

  @Override
  public int length(Bytes message) {
    int counted = message.u8(2);
    boolean begins =
        message.u8(0) == START_1
            && message.u8(1) == START_2
            && counted >= COUNTED_IN_HEADER
            && checksum(message, 0, HEADER - CHECKSUM) == message.u16Little(HEADER - CHECKSUM);
    if (!begins) {
      return -1;
    }
    int data = counted - COUNTED_IN_HEADER;
    return HEADER + data + CHECKSUM * ((data + BLOCK - 1) / BLOCK);
  }

  /// What the frame carries, without checksums.
  ///
  /// @throws MalformedMessageException when one is wrong, or the frame is cut short
  static byte[] data(Bytes frame) {
    byte[] data = new byte[frame.u8(2) - COUNTED_IN_HEADER];
    int at = HEADER;
    for (int done = 0; done < data.length; done += BLOCK) {
      int size = Math.min(BLOCK, data.length - done);
      if (checksum(frame, at, size) != frame.u16Little(at + size)) {
        throw new MalformedMessageException("checksum of DNP3 is wrong");
      }
      frame.copyTo(at, data, done, size);
      at += size + CHECKSUM;
    }
    return data;
  }

  static int checksum(Bytes bytes, int from, int length) {
    int remainder = 0;
    for (int i = from; i < from + length; i++) {
      remainder = remainder >>> 8 ^ TABLE[(remainder ^ bytes.u8(i)) & 0xff];
    }
    return ~remainder & 0xffff;
  }
}

package io.aegispcap.capture.protocol.iec104;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Framing;

/// Messages (IEC 60870-5-104 5): start byte, length, four control bytes, and with the information
/// format an ASDU: type, number of objects, cause, common address, then objects.
enum Apdu implements Framing {
  IEC104;

  static final int START = 0x68;
  static final int HEADER = 6;
  static final int LONGEST = 255;
  static final int ASDU = 6;
  static final int OBJECTS = 12;
  private static final int SHORTEST = 4;
  private static final int MOST_COUNTED = 253;
  private static final int ADDRESS = 3;
  private static final int HIGHEST_CAUSE = 47;

  @Override
  public int header() {
    return HEADER;
  }

  @Override
  public int length(Bytes message) {
    int counted = message.u8(1);
    boolean begins = message.u8(0) == START && counted >= SHORTEST && counted <= MOST_COUNTED;
    return begins && (isInformation(message) || counted == SHORTEST) ? 2 + counted : -1;
  }

  static boolean isInformation(Bytes message) {
    return (message.u8(2) & 1) == 0;
  }

  static boolean isReceipt(Bytes message) {
    return (message.u8(2) & 3) == 1;
  }

  /// Whether nothing but this protocol is likely to say so.
  ///
  /// @param message whole
  static boolean isStrict(Bytes message) {
    if (isInformation(message)) {
      return isAsdu(message);
    }
    if (isReceipt(message)) {
      return message.u16(2) == 0x0100 && (message.u8(4) & 1) == 0;
    }
    int function = message.u8(2);
    boolean one = Integer.bitCount(function >> 2) == 1;
    return one && message.u8(3) == 0 && message.u16(4) == 0;
  }

  private static boolean isAsdu(Bytes message) {
    if (message.length() < OBJECTS + ADDRESS) {
      return false;
    }
    int size = Iec104Words.size(message.u8(ASDU));
    int cause = message.u8(ASDU + 2) & 0x3f;
    int count = message.u8(ASDU + 1) & 0x7f;
    boolean sequence = message.u8(ASDU + 1) >= 0x80;
    int objects = sequence ? ADDRESS + count * size : count * (ADDRESS + size);
    return size >= 0
        && count > 0
        && cause >= 1
        && cause <= HIGHEST_CAUSE
        && message.u16Little(ASDU + 4) != 0
        && message.length() == OBJECTS + objects;
  }
}

package io.aegispcap.capture.protocol.modbus;

import io.aegispcap.capture.protocol.Bytes;

/// Whether the lengths inside a message agree with its function (Application Protocol 1.1b3 6).
final class ModbusShape {
  private static final int FUNCTION = 7;
  private static final int DATA = 8;
  private static final int MOST_BITS = 2000;
  private static final int MOST_REGISTERS = 125;

  private ModbusShape() {}

  /// @param message whole, from the MBAP header on
  static boolean isRequest(Bytes message) {
    int data = message.length() - DATA;
    return switch (message.u8(FUNCTION)) {
      case 1, 2 -> data == 4 && between(message.u16(DATA + 2), MOST_BITS);
      case 3, 4 -> data == 4 && between(message.u16(DATA + 2), MOST_REGISTERS);
      case 5 -> data == 4 && isSwitch(message.u16(DATA + 2));
      case 6 -> data == 4;
      case 7, 11, 12, 17 -> data == 0;
      case 8 -> data >= 4 && message.u16(DATA) <= 20;
      case 15 -> counted(message, DATA + 2, (count(message, DATA + 2) + 7) / 8);
      case 16 -> counted(message, DATA + 2, 2 * count(message, DATA + 2));
      case 20, 21 -> data >= 8 && message.u8(DATA) == data - 1;
      case 22 -> data == 6;
      case 23 -> counted(message, DATA + 6, 2 * count(message, DATA + 6));
      case 24 -> data == 2;
      case 43 -> data == 3 && message.u8(DATA) == 14 && between(message.u8(DATA + 1), 4);
      default -> false;
    };
  }

  /// @param message whole, from the MBAP header on
  static boolean isAnswer(Bytes message) {
    int data = message.length() - DATA;
    int function = message.u8(FUNCTION);
    if (function >= 0x80) {
      return data == 1 && between(message.u8(DATA), 11);
    }
    return switch (function) {
      case 1, 2, 3, 4, 17, 20, 23 -> data >= 2 && message.u8(DATA) == data - 1;
      case 5 -> data == 4 && isSwitch(message.u16(DATA + 2));
      case 6 -> data == 4;
      case 15 -> data == 4 && between(message.u16(DATA + 2), MOST_BITS);
      case 16 -> data == 4 && between(message.u16(DATA + 2), MOST_REGISTERS);
      case 22 -> data == 6;
      case 43 -> data >= 6 && message.u8(DATA) == 14 && between(message.u8(DATA + 1), 4);
      default -> false;
    };
  }

  private static boolean between(int value, int most) {
    return value >= 1 && value <= most;
  }

  private static boolean isSwitch(int value) {
    return value == 0 || value == 0xff00;
  }

  private static int count(Bytes message, int at) {
    return message.length() >= at + 3 ? message.u16(at) : 0;
  }

  /// A count of 16 bits and a byte that says how many bytes follow.
  private static boolean counted(Bytes message, int at, int bytes) {
    return bytes > 0 && message.length() == at + 3 + bytes && message.u8(at + 2) == bytes;
  }
}

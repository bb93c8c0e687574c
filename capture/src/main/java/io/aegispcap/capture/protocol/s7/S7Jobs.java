package io.aegispcap.capture.protocol.s7;

import io.aegispcap.capture.protocol.Bytes;

/// Reads the parameters of jobs, as Wireshark's dissector describes them.
final class S7Jobs {
  private static final int WRITE = 0x05;
  private static final int REQUEST_DOWNLOAD = 0x1a;
  private static final int START_UPLOAD = 0x1d;
  private static final int SERVICE = 0x28;
  private static final int STOP = 0x29;
  private static final int LONGEST_NAME = 32;

  /// An item: 0x12, its length, 0x10 for an address, transport, count, block, area, bit address.
  private static final int ITEM = 12;

  private S7Jobs() {}

  static int function(Bytes parameters) {
    int function = parameters.u8(0);
    return function == SERVICE ? S7Words.service(serviceName(parameters)) : function;
  }

  /// What is written, taken or run; empty when it is not said.
  static String target(Bytes parameters) {
    return switch (parameters.u8(0)) {
      case WRITE -> parameters.length() >= 2 + ITEM ? item(parameters) : "";
      case REQUEST_DOWNLOAD, START_UPLOAD -> name(parameters, 8);
      case SERVICE -> serviceName(parameters);
      case STOP -> name(parameters, 6);
      default -> "";
    };
  }

  /// Seven bytes, parameters with their length, the service's name with its length.
  private static String serviceName(Bytes parameters) {
    return parameters.length() < 10 ? "" : name(parameters, 10 + parameters.u16(8));
  }

  /// Text after its length.
  private static String name(Bytes parameters, int at) {
    if (at >= parameters.length()) {
      return "";
    }
    int length = Math.min(parameters.u8(at), parameters.length() - at - 1);
    return parameters.latin1(at + 1, Math.min(length, LONGEST_NAME)).trim();
  }

  private static String item(Bytes parameters) {
    int area = parameters.u8(10);
    int bits = parameters.u24(11);
    String at = bits % 8 == 0 ? Integer.toString(bits / 8) : bits / 8 + "." + bits % 8;
    return switch (area) {
      case 0x81 -> "I " + at;
      case 0x82 -> "Q " + at;
      case 0x83 -> "M " + at;
      case 0x84 -> "DB " + parameters.u16(8) + " " + at;
      case 0x1c -> "C " + bits;
      case 0x1d -> "T " + bits;
      default -> "area " + area + " " + at;
    };
  }

  /// The list of the system's state that is asked for.
  static String list(Bytes parameters, Bytes message, int data) {
    boolean list = parameters.u8(5) == 0x44 && parameters.u8(6) == 1;
    return list && message.length() >= data + 6
        ? "SZL 0x%04x".formatted(message.u16(data + 4))
        : "";
  }
}

package io.aegispcap.capture.protocol.dnp3;

import io.aegispcap.capture.protocol.Bytes;

/// The first object header of a request (IEEE 1815 4.2.2.7): group, variation, and which points.
///
/// @param group 0 when there is no header
/// @param text such as `g12v1 7`: with the first point where one is named
record Dnp3Objects(int group, String text) {
  private static final int HEADER = 2;
  private static final Dnp3Objects NONE = new Dnp3Objects(0, "");

  /// @param message the application's, from its control byte on
  static Dnp3Objects of(Bytes message) {
    if (message.length() < HEADER + 3) {
      return NONE;
    }
    int group = message.u8(HEADER);
    String name = "g" + group + "v" + message.u8(HEADER + 1);
    int first = firstPoint(message, message.u8(HEADER + 2), HEADER + 3);
    return new Dnp3Objects(group, first < 0 ? name : name + " " + first);
  }

  /// By the qualifier: ranges of one or two bytes, or counts followed by points' numbers.
  private static int firstPoint(Bytes message, int qualifier, int at) {
    int left = message.length() - at;
    return switch (qualifier) {
      case 0x00 -> left >= 1 ? message.u8(at) : -1;
      case 0x01 -> left >= 2 ? message.u16Little(at) : -1;
      case 0x17 -> left >= 2 ? message.u8(at + 1) : -1;
      case 0x28 -> left >= 4 ? message.u16Little(at + 2) : -1;
      default -> -1;
    };
  }
}

package io.aegispcap.capture.protocol.radius;

import io.aegispcap.capture.protocol.Bytes;

/// Where things stand in a packet: RFC 2865 3 and 5.
final class RadiusPacket {
  static final int HEAD = 20;
  static final int AUTHENTICATOR = 4;
  private static final int LENGTH = 2;
  private static final int MOST = 4096;
  private static final int USER = 1;
  private static final int NAS_ADDRESS = 4;
  private static final int NAS_IDENTIFIER = 32;
  private static final int SESSION = 44;
  private static final int MESSAGE_AUTHENTICATOR = 80;
  private static final int NAS_ADDRESS_6 = 95;

  private RadiusPacket() {}

  /// Whether it is a packet by which a conversation can be recognised: in random bytes, its length
  /// and the chain of its attributes would have to fit by chance.
  static boolean isOpening(Bytes data) {
    return data.length() > HEAD && fits(data) && says(data);
  }

  static boolean fits(Bytes data) {
    if (data.length() < HEAD || data.length() > MOST) {
      return false;
    }
    if (RadiusCode.of(data.u8(0)) == null || data.u16(LENGTH) != data.length()) {
      return false;
    }
    int at = HEAD;
    while (at < data.length()) {
      if (data.length() - at < 2 || data.u8(at) == 0 || data.u8(at + 1) < 2) {
        return false;
      }
      at += data.u8(at + 1);
    }
    return at == data.length();
  }

  /// Whether a request names a user, an access server or a session, or proves itself.
  private static boolean says(Bytes data) {
    RadiusCode code = RadiusCode.of(data.u8(0));
    if (code == null || !code.request) {
      return code != null;
    }
    for (int at = HEAD; at < data.length(); at += data.u8(at + 1)) {
      int length = data.u8(at + 1);
      boolean says =
          switch (data.u8(at)) {
            case NAS_ADDRESS -> length == 6;
            case NAS_ADDRESS_6, MESSAGE_AUTHENTICATOR -> length == 18;
            case USER, NAS_IDENTIFIER, SESSION -> length > 2;
            default -> false;
          };
      if (says) {
        return true;
      }
    }
    return false;
  }
}

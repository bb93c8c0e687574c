package io.aegispcap.capture.protocol.radius;

import org.jspecify.annotations.Nullable;

/// Kinds of packets: RFC 2865 4, RFC 2866 4, RFC 5176 2.3, RFC 5997 3.
enum RadiusCode {
  ACCESS_REQUEST(1, "Access-Request", true),
  ACCESS_ACCEPT(2, "Access-Accept", false),
  ACCESS_REJECT(3, "Access-Reject", false),
  ACCOUNTING_REQUEST(4, "Accounting-Request", true),
  ACCOUNTING_RESPONSE(5, "Accounting-Response", false),
  ACCESS_CHALLENGE(11, "Access-Challenge", false),
  STATUS_SERVER(12, "Status-Server", true),
  DISCONNECT_REQUEST(40, "Disconnect-Request", true),
  DISCONNECT_ACK(41, "Disconnect-ACK", false),
  DISCONNECT_NAK(42, "Disconnect-NAK", false),
  COA_REQUEST(43, "CoA-Request", true),
  COA_ACK(44, "CoA-ACK", false),
  COA_NAK(45, "CoA-NAK", false);

  private static final @Nullable RadiusCode[] BY_NUMBER = new RadiusCode[46];

  static {
    for (RadiusCode code : values()) {
      BY_NUMBER[code.number] = code;
    }
  }

  final String words;
  final boolean request;
  private final int number;

  RadiusCode(int number, String words, boolean request) {
    this.number = number;
    this.words = words;
    this.request = request;
  }

  /// Null for numbers that are none.
  static @Nullable RadiusCode of(int number) {
    return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
  }
}

package io.aegispcap.capture.protocol.ntp;

import io.aegispcap.capture.protocol.Bytes;

/// The layouts that share NTP's first byte: leap indicator or flags, version, mode.
final class NtpHeader {
  static final int CONTROL = 6;
  static final int PRIVATE = 7;

  private static final int TIME_LENGTH = 48;
  private static final int CONTROL_LENGTH = 12;
  private static final int PRIVATE_LENGTH = 8;
  private static final int MAX_STRATUM = 16;
  private static final int MAX_POLL = 17;
  private static final int MAX_MAC = 24;
  private static final int MONLIST = 20;
  private static final int MONLIST_1 = 42;
  private static final int LAST_REQUEST = 45;
  private static final int READ_VARIABLES = 2;

  private NtpHeader() {}

  static int version(Bytes data) {
    return (data.u8(0) >> 3) & 7;
  }

  static int mode(Bytes data) {
    return data.u8(0) & 7;
  }

  static boolean isNtp(Bytes data) {
    if (data.length() < PRIVATE_LENGTH || version(data) < 1 || version(data) > 4) {
      return false;
    }
    return switch (mode(data)) {
      case CONTROL -> isControl(data);
      case PRIVATE -> isPrivate(data);
      default -> isTime(data);
    };
  }

  /// RFC 5905 7.3: 48 bytes, then extensions and a digest in whole words. Clocks are never coarser
  /// than a second, nor finer than 2^-64.
  private static boolean isTime(Bytes data) {
    if (data.length() < TIME_LENGTH || data.length() % 4 != 0) {
      return false;
    }
    int poll = (byte) data.u8(2);
    int precision = (byte) data.u8(3);
    boolean answers = mode(data) == 4 || mode(data) == 5;
    return data.u8(1) <= MAX_STRATUM
        && poll >= -MAX_POLL
        && poll <= MAX_POLL
        && precision <= 0
        && precision >= -64
        && (mode(data) != 0 || version(data) == 1)
        && (!answers || data.u64(40) != 0);
  }

  /// RFC 9327 2: an operation, and a count that says how much follows.
  private static boolean isControl(Bytes data) {
    if (data.length() < CONTROL_LENGTH || data.u8(0) >> 6 != 0) {
      return false;
    }
    int operation = data.u8(1) & 31;
    int rest = data.length() - CONTROL_LENGTH - data.u16(10);
    return (operation <= 12 || operation == 31) && rest >= 0 && rest <= MAX_MAC + 3;
  }

  /// ntpd's `ntp_request.h`: an implementation, a request code, and items of one size.
  private static boolean isPrivate(Bytes data) {
    int implementation = data.u8(2);
    int items = data.u16(4) & 0x0fff;
    int size = data.u16(6);
    return (implementation == 0 || implementation == 2 || implementation == 3)
        && data.u8(3) <= LAST_REQUEST
        && (size & 0xf000) == 0
        && PRIVATE_LENGTH + items * size <= data.length()
        && (isResponse(data) || (data.u8(1) & 0x7f) == 0);
  }

  static boolean isResponse(Bytes data) {
    return switch (mode(data)) {
      case CONTROL -> (data.u8(1) & 0x80) != 0;
      case PRIVATE -> (data.u8(0) & 0x80) != 0;
      case 2, 4, 5 -> true;
      default -> false;
    };
  }

  static boolean isMonlist(Bytes data) {
    return switch (mode(data)) {
      case CONTROL -> (data.u8(1) & 31) == READ_VARIABLES;
      case PRIVATE -> data.u8(3) == MONLIST || data.u8(3) == MONLIST_1;
      default -> false;
    };
  }

  static int stratum(Bytes data) {
    return mode(data) < CONTROL ? data.u8(1) : 0;
  }
}

package io.aegispcap.capture.protocol.openvpn;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Recognition;
import java.util.Optional;

/// The client's first packet, `P_CONTROL_HARD_RESET_CLIENT` (OpenVPN's protocol documentation; RFC
/// draft openvpn-wire-protocol 5). Its layout tells how packets of control are protected.
final class OpenVpnReset {
  private static final int RESET_V2 = 7;
  private static final int RESET_V3 = 10;
  private static final int SESSION = 8;
  private static final int PLAIN = 14;
  private static final int CRYPT = 54;
  private static final int LONGEST = 1_200;

  /// Lengths of the codes that `tls-auth` is used with: SHA-1, MD5, SHA-256, SHA-512, SHA-384.
  private static final int[] CODES = {20, 16, 32, 64, 48};

  private OpenVpnReset() {}

  static Recognition recognise(Bytes first) {
    if (protection(first).isPresent()) {
      return Recognition.YES;
    }
    if (first.length() < 2) {
      return first.length() == 0 || first.u8(0) == 0 ? Recognition.MORE : Recognition.NO;
    }
    int length = first.u16(0); // over TCP
    if (length < PLAIN || length > LONGEST || first.length() > 2 && !opcode(first.u8(2))) {
      return Recognition.NO;
    }
    if (first.length() < 2 + length) {
      return Recognition.MORE;
    }
    return protection(first.slice(2, length)).isPresent() ? Recognition.YES : Recognition.NO;
  }

  private static boolean opcode(int value) {
    return value == RESET_V2 << 3 || value == RESET_V3 << 3;
  }

  /// `none`, `tls-auth`, `tls-crypt` or `tls-crypt-v2`; empty when it is no such packet.
  static Optional<String> protection(Bytes packet) {
    int length = packet.length();
    if (length < PLAIN || !opcode(packet.u8(0)) || packet.u64(1) == 0) {
      return Optional.empty();
    }
    if (packet.u8(0) == RESET_V3 << 3) {
      return length > CRYPT && early(packet) ? Optional.of("tls-crypt-v2") : Optional.empty();
    }
    if (length == PLAIN) {
      return first(packet, length) ? Optional.of("none") : Optional.empty();
    }
    for (int code : CODES) {
      int replay = 1 + SESSION + code;
      if (length == replay + 8 + 5 && replay(packet, replay) && first(packet, length)) {
        return Optional.of("tls-auth");
      }
    }
    return length == CRYPT && crypt(packet) ? Optional.of("tls-crypt") : Optional.empty();
  }

  /// No acknowledgements, and packet 0.
  private static boolean first(Bytes packet, int length) {
    return packet.u8(length - 5) == 0 && packet.u32(length - 4) == 0;
  }

  private static boolean crypt(Bytes packet) {
    return packet.length() >= CRYPT && replay(packet, 1 + SESSION);
  }

  /// Version 3 counts from a number with other high bits, which say what it can do.
  private static boolean early(Bytes packet) {
    int number = 1 + SESSION;
    return packet.u16(number + 2) == 1 && time(packet, number + 4);
  }

  /// Packet 1.
  private static boolean replay(Bytes packet, int at) {
    return packet.u32(at) == 1 && time(packet, at + 4);
  }

  /// From 2001 to 2038.
  private static boolean time(Bytes packet, int at) {
    return packet.u8(at) >= 0x3b && packet.u8(at) <= 0x7f;
  }
}

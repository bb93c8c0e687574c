package io.aegispcap.capture.protocol.ldap;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import java.util.function.Predicate;

/// Cuts one side's bytes into messages.
final class LdapStream {
  private static final int LONGEST = 65_536;
  private static final int HEADER = 6;

  private final Accumulator held = new Accumulator(LONGEST + HEADER);
  private long passing;

  /// Where a message's contents begin; -1 when it is none.
  static int body(Bytes message) {
    if (message.u8(0) != 0x30) {
      return -1;
    }
    int first = message.u8(1);
    return first < 0x80 ? 2 : first > 0x80 && first <= 0x84 ? 2 + (first & 0x7f) : -1;
  }

  /// Bytes of its contents; to be asked when [#body] is not -1.
  static long length(Bytes message) {
    int first = message.u8(1);
    long length = first < 0x80 ? first : 0;
    for (int i = 0; i < (first < 0x80 ? 0 : first & 0x7f); i++) {
      length = length << 8 | message.u8(2 + i);
    }
    return length;
  }

  /// @param taker takes messages whole, and says whether it wants more
  /// @return whether more is wanted; not when these are no messages, as once they are encrypted
  boolean read(Bytes data, Predicate<Bytes> taker) {
    int at = 0;
    while (at < data.length()) {
      int passed = (int) Math.min(passing, data.length() - at);
      passing -= passed;
      at += passed;
      int missing = missing();
      if (missing < 0) {
        return false;
      }
      int taken = Math.min(missing, data.length() - at);
      held.add(data, at, taken);
      at += taken;
      if (held.length() >= HEADER && missing() == 0 && !held.isEmpty()) {
        Bytes message = held.view();
        boolean more = taker.test(message);
        held.drop(held.length());
        if (!more) {
          return false;
        }
      }
    }
    return true;
  }

  /// Bytes until something can be done; -1 when this is no message.
  private int missing() {
    if (held.length() < HEADER) {
      return HEADER - held.length();
    }
    Bytes view = held.view();
    int body = body(view);
    if (body < 0) {
      return -1;
    }
    long whole = body + length(view);
    if (whole > LONGEST) {
      passing = whole - held.length();
      held.drop(held.length());
      return 0;
    }
    return (int) Math.max(0, whole - held.length());
  }
}

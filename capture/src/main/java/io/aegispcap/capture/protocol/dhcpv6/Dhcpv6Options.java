package io.aegispcap.capture.protocol.dhcpv6;

import io.aegispcap.capture.protocol.Bytes;

/// How messages are built: RFC 8415 8 (types), 9 (relays), 11 (identifiers), 21 (options).
final class Dhcpv6Options {
  static final int CLIENT_ID = 1;
  static final int SERVER_ID = 2;
  static final int NON_TEMPORARY = 3;
  static final int TEMPORARY = 4;
  static final int ADDRESS = 5;
  static final int REQUESTED = 6;
  static final int RELAYED = 9;
  static final int STATUS = 13;
  static final int VENDOR_CLASS = 16;
  static final int NAME_SERVERS = 23;
  static final int SEARCH_DOMAINS = 24;
  static final int PREFIXES = 25;
  static final int PREFIX = 26;
  static final int CLIENT_NAME = 39;

  /// Length of what goes before the options of a message, and of one that a relay passes on.
  static final int HEAD = 4;

  static final int RELAY_HEAD = 34;

  /// An option's code and length.
  static final int OPTION_HEAD = 4;

  /// Relays inside relays; RFC 8415 7.6: HOP_COUNT_LIMIT.
  static final int MOST_HOPS = 8;

  static final int INFORMATION_REQUEST = 11;
  static final int RELAY_FORWARD = 12;
  static final int RELAY_REPLY = 13;

  private static final int MOST_CODE = 255;
  private static final int MOST_IDENTIFIER = 130;

  private Dhcpv6Options() {}

  static boolean fits(Bytes data) {
    return fits(data, 0, data.length(), 0);
  }

  private static boolean fits(Bytes data, int from, int end, int hops) {
    if (end - from < HEAD + OPTION_HEAD) {
      return false;
    }
    int type = data.u8(from);
    if (type == RELAY_FORWARD || type == RELAY_REPLY) {
      return end - from >= RELAY_HEAD + OPTION_HEAD
          && hops < MOST_HOPS
          && data.u8(from + 1) <= 32
          && relayFits(data, from, end, hops);
    }
    return type >= 1 && type <= INFORMATION_REQUEST && messageFits(data, from, end, type);
  }

  private static boolean relayFits(Bytes data, int from, int end, int hops) {
    int at = from + RELAY_HEAD;
    boolean inner = false;
    while (at < end) {
      int next = next(data, at, end);
      if (next < 0) {
        return false;
      }
      if (data.u16(at) == RELAYED) {
        inner = fits(data, at + OPTION_HEAD, next, hops + 1);
        if (!inner) {
          return false;
        }
      }
      at = next;
    }
    return inner;
  }

  /// Clients that ask for information only need not say who they are, but what they want.
  private static boolean messageFits(Bytes data, int from, int end, int type) {
    int at = from + HEAD;
    boolean named = false;
    while (at < end) {
      int next = next(data, at, end);
      if (next < 0) {
        return false;
      }
      int code = data.u16(at);
      if (code == CLIENT_ID || code == SERVER_ID) {
        if (!identifier(data, at + OPTION_HEAD, next)) {
          return false;
        }
        named = true;
      } else if (code == REQUESTED && type == INFORMATION_REQUEST) {
        named |= next - at >= OPTION_HEAD + 2 && (next - at) % 2 == 0;
      }
      at = next;
    }
    return named;
  }

  /// Where the option after this one begins; -1 when there is no option.
  static int next(Bytes data, int at, int end) {
    if (end - at < OPTION_HEAD) {
      return -1;
    }
    int code = data.u16(at);
    int next = at + OPTION_HEAD + data.u16(at + 2);
    return code == 0 || code > MOST_CODE || next > end ? -1 : next;
  }

  private static boolean identifier(Bytes data, int from, int end) {
    int length = end - from;
    return length > 4
        && length <= MOST_IDENTIFIER
        && data.u8(from) == 0
        && data.u8(from + 1) >= 1
        && data.u8(from + 1) <= 4;
  }
}

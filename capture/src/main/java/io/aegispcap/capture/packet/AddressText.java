package io.aegispcap.capture.packet;

/// The text forms of addresses: dotted quad (RFC 791) and RFC 4291 read, RFC 5952 written.
final class AddressText {
  private AddressText() {}

  static String format(long high, long low) {
    return IpAddress.isV4(high, low) ? dotted((int) low) : colons(high, low);
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 0xff)
        + "."
        + (address >>> 8 & 0xff)
        + "."
        + (address & 0xff);
  }

  private static int group(long high, long low, int index) {
    return (int) ((index < 4 ? high : low) >>> (48 - 16 * (index & 3))) & 0xffff;
  }

  private static String colons(long high, long low) {
    int start = -1;
    int length = 1; // one group alone is never shortened (RFC 5952 4.2.2)
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group(high, low, end) == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        if (i > 0 && i != start + length) {
          text.append(':');
        }
        text.append(Integer.toHexString(group(high, low, i)));
      }
    }
    return text.toString();
  }

  static IpAddress parse(String text) {
    return text.indexOf(':') < 0 ? IpAddress.v4(parseDotted(text, text)) : parseColons(text);
  }

  private static int parseDotted(String part, String whole) {
    int value = 0;
    int from = 0;
    for (int quad = 0; quad < 4; quad++) {
      int dot = part.indexOf('.', from);
      int end = quad < 3 ? dot : part.length();
      if (end < 0 || quad == 3 && dot >= 0) {
        throw notAnAddress(whole);
      }
      value = value << 8 | number(part, from, end, 10, 3, 255, whole);
      from = end + 1;
    }
    return value;
  }

  private static IpAddress parseColons(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = groups(text, text);
      if (groups.length != 8) {
        throw notAnAddress(text);
      }
      return of(groups, groups.length, groups);
    }
    int[] head = groups(text.substring(0, gap), text);
    int[] tail = groups(text.substring(gap + 2), text);
    if (head.length + tail.length > 7) {
      throw notAnAddress(text);
    }
    return of(head, head.length, tail);
  }

  private static IpAddress of(int[] head, int headLength, int[] tail) {
    long[] halves = new long[2];
    for (int i = 0; i < 8; i++) {
      int fromTail = i - (8 - tail.length);
      int value = i < headLength ? head[i] : fromTail >= 0 ? tail[fromTail] : 0;
      halves[i >> 2] = halves[i >> 2] << 16 | value;
    }
    return new IpAddress(halves[0], halves[1]);
  }

  private static int[] groups(String part, String whole) {
    if (part.isEmpty()) {
      return new int[0];
    }
    String[] pieces = part.split(":", -1);
    boolean endsDotted = pieces[pieces.length - 1].indexOf('.') >= 0;
    int[] groups = new int[pieces.length + (endsDotted ? 1 : 0)];
    for (int i = 0; i < pieces.length - (endsDotted ? 1 : 0); i++) {
      groups[i] = number(pieces[i], 0, pieces[i].length(), 16, 4, 0xffff, whole);
    }
    if (endsDotted) {
      int quad = parseDotted(pieces[pieces.length - 1], whole);
      groups[groups.length - 2] = quad >>> 16;
      groups[groups.length - 1] = quad & 0xffff;
    }
    return groups;
  }

  private static int number(
      String text, int from, int end, int radix, int maxDigits, int max, String whole) {
    if (end <= from || end - from > maxDigits) {
      throw notAnAddress(whole);
    }
    int value = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw notAnAddress(whole);
      }
      value = value * radix + digit;
    }
    if (value > max) {
      throw notAnAddress(whole);
    }
    return value;
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("not an IPv4 or IPv6 address: \"" + text + "\"");
  }
}

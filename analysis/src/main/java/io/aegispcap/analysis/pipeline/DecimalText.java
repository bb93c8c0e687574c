package io.aegispcap.analysis.pipeline;

/// Numbers as ASCII digits, written into arrays without garbage. Callers see to the room: a number
/// takes at most [#MAX] bytes.
final class DecimalText {
  /// Bytes that a number takes at most.
  static final int MAX = 32;

  /// Beyond this a double can't be written here: scaled, it would not fit a long exactly.
  static final double FAST_LIMIT = 9e9;

  private static final long SCALE = 1_000_000;

  /// `00` to `99`, one after the other.
  private static final byte[] PAIRS = pairs();

  private DecimalText() {}

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  /// Whole numbers without a point, others rounded half up to six decimals without trailing zeros.
  ///
  /// @param value smaller than [#FAST_LIMIT], whatever its sign
  /// @return index after what was written
  static int write(byte[] target, int from, double value) {
    long whole = (long) value;
    if (whole == value) {
      return write(target, from, whole);
    }
    int at = from;
    if (value < 0) {
      target[at++] = '-';
    }
    long scaled = (long) (Math.abs(value) * SCALE + 0.5);
    whole = scaled / SCALE;
    return fraction(target, write(target, at, whole), (int) (scaled - whole * SCALE));
  }

  /// @return index after what was written
  static int write(byte[] target, int from, long value) {
    if (value >= 0 && value < 10) {
      target[from] = (byte) ('0' + value);
      return from + 1;
    }
    if (value == Long.MIN_VALUE) {
      return write(target, write(target, from, value / 10), 8);
    }
    int at = from;
    long rest = value;
    if (value < 0) {
      target[at++] = '-';
      rest = -value;
    }
    int end = at + width(rest);
    int to = end;
    while (rest > Integer.MAX_VALUE) {
      long next = rest / 100;
      to = pair(target, to, (int) (rest - next * 100));
      rest = next;
    }
    digits(target, to, (int) rest);
    return end;
  }

  private static void digits(byte[] target, int end, int value) {
    int to = end;
    int rest = value;
    while (rest >= 100) {
      int next = rest / 100;
      to = pair(target, to, rest - next * 100);
      rest = next;
    }
    if (rest >= 10) {
      pair(target, to, rest);
    } else {
      target[to - 1] = (byte) ('0' + rest);
    }
  }

  /// Writes two digits that end there.
  private static int pair(byte[] target, int end, int value) {
    target[end - 2] = PAIRS[2 * value];
    target[end - 1] = PAIRS[2 * value + 1];
    return end - 2;
  }

  private static int width(long value) {
    if (value < 100) {
      return value < 10 ? 1 : 2;
    }
    int width = 3;
    long bound = 1000;
    while (width < 19 && value >= bound) {
      width++;
      bound *= 10;
    }
    return width;
  }

  private static int fraction(byte[] target, int from, int millionths) {
    if (millionths == 0) {
      return from;
    }
    target[from] = '.';
    int end = from + 7;
    int hundreds = millionths / 100;
    pair(target, end, millionths - hundreds * 100);
    pair(target, end - 2, hundreds % 100);
    pair(target, end - 4, hundreds / 100);
    while (target[end - 1] == '0') {
      end--;
    }
    return end;
  }

  /// An IPv4 address as four numbers with dots between.
  ///
  /// @return index after what was written
  static int dotted(byte[] target, int from, int address) {
    int at = from;
    for (int shift = 24; shift >= 0; shift -= 8) {
      int number = address >>> shift & 0xff;
      at += width(number);
      digits(target, at, number);
      target[at++] = '.';
    }
    return at - 1;
  }

  /// A number with leading zeros.
  ///
  /// @param value 0 or more, of at most so many digits
  /// @return index after what was written
  static int padded(byte[] target, int from, int value, int digits) {
    int rest = value;
    int end = from + digits;
    int to = end;
    while (to - from >= 2) {
      int next = rest / 100;
      to = pair(target, to, rest - next * 100);
      rest = next;
    }
    if (to > from) {
      target[from] = (byte) ('0' + rest);
    }
    return end;
  }
}

package io.aegispcap.analysis.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of text being written, numbers without garbage. It grows as needed and is reused.
public final class RowBuffer {
  private static final int DECIMALS = 6;

  /// Bytes that a number takes at most, below [#FAST_LIMIT] or whole, with a comma before it.
  private static final int MAX_NUMBER = 32;

  private static final long SCALE = 1_000_000;

  /// Beyond this a double is written by the JDK: the scaled value would not fit a long exactly.
  private static final double FAST_LIMIT = 9e9;

  private byte[] bytes = new byte[1 << 16];
  private int length;

  public void clear() {
    length = 0;
  }

  public int length() {
    return length;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  public RowBuffer ascii(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  /// @param text of ASCII characters alone
  @SuppressWarnings(
      "deprecation") // the one copy without a charset's detour: ASCII is what it is for
  public RowBuffer ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), bytes, length);
    length += text.length();
    return this;
  }

  public RowBuffer ascii(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  /// Appends a text whose characters are all printable ASCII other than quote and backslash;
  /// appends nothing and returns false when one is not.
  public boolean plain(String text) {
    int count = text.length();
    room(count);
    byte[] target = bytes;
    int at = length;
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
        return false;
      }
      target[at + i] = (byte) c;
    }
    length = at + count;
    return true;
  }

  public RowBuffer utf8(String text) {
    return ascii(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A number with leading zeros.
  ///
  /// @param value 0 or more, of at most so many digits
  public RowBuffer padded(int value, int digits) {
    room(digits);
    int rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  public RowBuffer number(long value) {
    room(MAX_NUMBER);
    length = write(bytes, length, value);
    return this;
  }

  /// Whole numbers without a point, others rounded half up to six decimals without trailing zeros.
  /// A value that is not finite is a fault of the caller.
  public RowBuffer number(double value) {
    room(MAX_NUMBER);
    if (Math.abs(value) < FAST_LIMIT) {
      length = write(bytes, length, value);
      return this;
    }
    return large(value);
  }

  /// Appends numbers as [#number(double)] does, each with a comma before it.
  public RowBuffer numbers(double[] values) {
    for (double value : values) {
      room(MAX_NUMBER);
      bytes[length++] = ',';
      if (value == 0) {
        bytes[length++] = '0';
      } else if (Math.abs(value) < FAST_LIMIT) {
        length = write(bytes, length, value);
      } else {
        large(value);
      }
    }
    return this;
  }

  private static int write(byte[] target, int from, double value) {
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

  private static int write(byte[] target, int from, long value) {
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
    return rest <= Integer.MAX_VALUE ? digits(target, end, (int) rest) : digits(target, end, rest);
  }

  private static int digits(byte[] target, int end, int value) {
    int at = end;
    int rest = value;
    do {
      int next = rest / 10;
      target[--at] = (byte) ('0' + (rest - next * 10));
      rest = next;
    } while (rest != 0);
    return end;
  }

  private static int digits(byte[] target, int end, long value) {
    int at = end;
    long rest = value;
    do {
      long next = rest / 10;
      target[--at] = (byte) ('0' + (rest - next * 10));
      rest = next;
    } while (rest != 0);
    return end;
  }

  private static int width(long value) {
    int width = 1;
    long bound = 10;
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
    int rest = millionths;
    int places = DECIMALS;
    while (rest % 10 == 0) {
      rest /= 10;
      places--;
    }
    for (int at = from + places; at > from; at--) {
      int next = rest / 10;
      target[at] = (byte) ('0' + (rest - next * 10));
      rest = next;
    }
    return from + places + 1;
  }

  private RowBuffer large(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    return ascii(
        new java.math.BigDecimal(value)
            .setScale(DECIMALS, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}

package io.aegispcap.analysis.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of text being written, numbers without garbage. It grows as needed and is reused.
public final class RowBuffer {
  private static final int DECIMALS = 6;
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

  public RowBuffer number(long value) {
    room(20);
    if (value < 0) {
      bytes[length++] = '-';
      if (value == Long.MIN_VALUE) {
        return ascii("9223372036854775808");
      }
      value = -value;
    }
    digits(value);
    return this;
  }

  private void digits(long value) {
    if (value < 10) {
      bytes[length++] = (byte) ('0' + value);
      return;
    }
    int end = length + width(value);
    length = end;
    long rest = value;
    while (rest != 0) {
      long next = rest / 10;
      bytes[--end] = (byte) ('0' + (rest - next * 10));
      rest = next;
    }
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

  /// Whole numbers without a point, others rounded half up to six decimals without trailing zeros.
  /// A value that is not finite is a fault of the caller.
  public RowBuffer number(double value) {
    long whole = (long) value;
    if (whole == value) {
      return number(whole);
    }
    if (!(Math.abs(value) < FAST_LIMIT)) {
      return large(value);
    }
    room(32);
    if (value < 0) {
      bytes[length++] = '-';
      value = -value;
    }
    long scaled = (long) (value * SCALE + 0.5);
    digits(scaled / SCALE);
    fraction((int) (scaled % SCALE));
    return this;
  }

  private void fraction(int fraction) {
    if (fraction == 0) {
      return;
    }
    bytes[length++] = '.';
    int places = DECIMALS;
    while (fraction % 10 == 0) {
      fraction /= 10;
      places--;
    }
    for (int i = length + places - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    length += places;
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

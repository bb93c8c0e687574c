package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of text being written, numbers without garbage. It grows as needed and is reused.
public final class RowBuffer {
  private static final int DECIMALS = 6;

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

  /// Notes on the flow what was written.
  public void noteOn(Flow flow) {
    flow.note(bytes, length);
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

  /// A comma and a whole number.
  public RowBuffer cell(long value) {
    room(1 + DecimalText.MAX);
    bytes[length] = ',';
    length = DecimalText.write(bytes, length + 1, value);
    return this;
  }

  /// A comma and a text.
  ///
  /// @param text of ASCII characters alone, none of which has to be quoted
  public RowBuffer cell(String text) {
    return ascii(',').ascii(text);
  }

  /// The dotted quad of an IPv4 address.
  public RowBuffer dotted(int address) {
    room(DecimalText.MAX);
    length = DecimalText.dotted(bytes, length, address);
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
    return ascii(text, text.length);
  }

  private RowBuffer ascii(byte[] text, int count) {
    room(count);
    System.arraycopy(text, 0, bytes, length, count);
    length += count;
    return this;
  }

  public RowBuffer notesOf(Flow flow) {
    return ascii(flow.notes(), flow.notesLength());
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
    length = DecimalText.padded(bytes, length, value, digits);
    return this;
  }

  public RowBuffer number(long value) {
    room(DecimalText.MAX);
    length = DecimalText.write(bytes, length, value);
    return this;
  }

  /// Whole numbers without a point, others rounded half up to six decimals without trailing zeros.
  /// A value that is not finite is a fault of the caller.
  public RowBuffer number(double value) {
    if (Math.abs(value) < DecimalText.FAST_LIMIT) {
      room(DecimalText.MAX);
      length = DecimalText.write(bytes, length, value);
      return this;
    }
    return large(value);
  }

  /// Appends numbers as [#number(double)] does, each with a comma before it.
  public RowBuffer numbers(double[] values) {
    int most = values.length * DecimalText.MAX;
    room(most);
    byte[] target = bytes;
    int at = length;
    for (double value : values) {
      target[at++] = ',';
      if (value == 0) {
        target[at++] = '0';
      } else if (Math.abs(value) < DecimalText.FAST_LIMIT) {
        at = DecimalText.write(target, at, value);
      } else {
        length = at;
        large(value).room(most);
        target = bytes;
        at = length;
      }
    }
    length = at;
    return this;
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

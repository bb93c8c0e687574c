package io.aegispcap.stix.json;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as ECMAScript prints them (ECMA-262, Number::toString), from the shortest digits that
/// give the same double.
final class EcmaScriptNumber {

  private static final long EXACT_UP_TO = 1L << 53;
  private static final int LONGEST_WITHOUT_EXPONENT = 21;
  private static final int MOST_LEADING_ZEROS = 6;

  private EcmaScriptNumber() {}

  static void append(double value, StringBuilder to) {
    if (value == (long) value && Math.abs(value) < EXACT_UP_TO) {
      to.append((long) value); // minus zero is written as zero
      return;
    }
    if (value < 0) {
      to.append('-');
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    if (point > 0 && point <= LONGEST_WITHOUT_EXPONENT) {
      appendPlain(digits, point, to);
    } else if (point <= 0 && point > -MOST_LEADING_ZEROS) {
      to.append("0.").repeat('0', -point).append(digits);
    } else {
      appendWithExponent(digits, point - 1, to);
    }
  }

  /// Since JDK 19 Double.toString gives the shortest digits, but for never less than two of them.
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() == 2) {
      BigDecimal one = digits.round(new MathContext(1)).stripTrailingZeros();
      return one.doubleValue() == value ? one : digits;
    }
    return digits;
  }

  private static void appendPlain(String digits, int point, StringBuilder to) {
    if (digits.length() <= point) {
      to.append(digits).repeat('0', point - digits.length());
    } else {
      to.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }

  private static void appendWithExponent(String digits, int exponent, StringBuilder to) {
    to.append(digits.charAt(0));
    if (digits.length() > 1) {
      to.append('.').append(digits, 1, digits.length());
    }
    to.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
  }
}

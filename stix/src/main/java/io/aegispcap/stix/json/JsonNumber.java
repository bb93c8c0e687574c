package io.aegispcap.stix.json;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// A number as it was written, so that no digit is lost on the way.
public record JsonNumber(String text) implements JsonValue {

  private static final int DIGITS_OF_ANY_LONG = 18;

  /// Whether it is written as an integer: no fraction, no exponent.
  public boolean isInteger() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    return true;
  }

  /// Its value when it is written as an integer and fits.
  public OptionalLong integer() {
    if (!isInteger()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException tooLong) {
      return OptionalLong.empty();
    }
  }

  public double value() {
    return Double.parseDouble(text);
  }

  /// Its exact value.
  public BigDecimal exact() {
    return text.length() <= DIGITS_OF_ANY_LONG && isInteger()
        ? BigDecimal.valueOf(Long.parseLong(text))
        : new BigDecimal(text);
  }

  @Override
  public String kind() {
    return "a number";
  }
}

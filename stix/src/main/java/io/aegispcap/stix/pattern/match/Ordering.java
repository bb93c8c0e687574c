package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonBoolean;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.Constant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// How values and constants compare, by type (9.6.1).
final class Ordering {

  private Ordering() {}

  /// Negative when the value is the smaller; empty when the types don't compare.
  static OptionalInt compare(String name, JsonValue value, Constant constant)
      throws UnmatchableException {
    return switch (constant) {
      case Constant.Numeric(BigDecimal number) ->
          value instanceof JsonNumber actual
              ? OptionalInt.of(actual.exact().compareTo(number))
              : OptionalInt.empty();
      case Constant.Text(String text) -> compareText(name, value, text);
      case Constant.Bytes constantBytes -> compareBytes(name, value, constantBytes.bytes());
      case Constant.Time(StixTimestamp time) ->
          value instanceof JsonString(String text)
              ? OptionalInt.of(timestamp(name, text).compareTo(time))
              : OptionalInt.empty();
      case Constant.Truth(boolean truth) ->
          value instanceof JsonBoolean(boolean actual)
              ? OptionalInt.of(Boolean.compare(actual, truth))
              : OptionalInt.empty();
      case Constant.Several several -> OptionalInt.empty();
    };
  }

  private static OptionalInt compareText(String name, JsonValue value, String text) {
    if (!(value instanceof JsonString(String actual))) {
      return OptionalInt.empty();
    }
    Optional<byte[]> held = Binary.held(name, value);
    if (held.isEmpty()) {
      return OptionalInt.of(codePoints(actual, text));
    }
    Optional<byte[]> bytes = Binary.ofText(text);
    return bytes.isPresent()
        ? OptionalInt.of(Arrays.compareUnsigned(held.get(), bytes.get()))
        : OptionalInt.empty();
  }

  private static OptionalInt compareBytes(String name, JsonValue value, byte[] bytes) {
    if (!(value instanceof JsonString(String actual))) {
      return OptionalInt.empty();
    }
    Optional<byte[]> held = Binary.held(name, value).or(() -> Binary.ofText(actual));
    return held.isPresent()
        ? OptionalInt.of(Arrays.compareUnsigned(held.get(), bytes))
        : OptionalInt.empty();
  }

  private static StixTimestamp timestamp(String name, String text) throws UnmatchableException {
    return StixTimestamp.find(text)
        .orElseThrow(
            () ->
                new UnmatchableException(
                    "the pattern compares "
                        + name
                        + " with a timestamp, but '"
                        + text
                        + "' is none"));
  }

  /// By code points: Java's order differs where surrogates meet the last private characters.
  private static int codePoints(String some, String other) {
    int length = Math.min(some.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = some.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(some.length(), other.length());
  }
}

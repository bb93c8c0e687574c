package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Values that are bytes: of properties whose names end in `_hex` or `_bin`, and strings compared
/// with bytes.
final class Binary {

  private static final int FIRST_NOT_A_BYTE = 256;

  private Binary() {}

  /// The bytes that a property holds by its name; empty when it holds none.
  static Optional<byte[]> held(String name, JsonValue value) {
    if (!(value instanceof JsonString(String text))) {
      return Optional.empty();
    }
    try {
      if (name.endsWith("_hex")) {
        return Optional.of(HexFormat.of().parseHex(text));
      }
      return name.endsWith("_bin")
          ? Optional.of(Base64.getDecoder().decode(text))
          : Optional.empty();
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  /// Each code point as a byte; empty when one is too large.
  static Optional<byte[]> ofText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_NOT_A_BYTE) {
        return Optional.empty();
      }
    }
    return Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Each byte as a code point.
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

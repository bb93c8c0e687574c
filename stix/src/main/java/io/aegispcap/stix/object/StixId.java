package io.aegispcap.stix.object;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// `type--UUID`, section 2.9.
public record StixId(String type, UUID uuid) {

  private static final int UUID_LENGTH = 36;

  /// Digits that say which version and variant a UUID is of, RFC 9562 section 4.
  private static final int VERSION = 14;

  private static final int VARIANT = 19;

  /// Empty when it is no identifier.
  public static Optional<StixId> find(String text) {
    int start = text.length() - UUID_LENGTH;
    return start > 2
            && text.startsWith("--", start - 2)
            && isType(text, start - 2)
            && isUuid(text, start)
        ? Optional.of(
            new StixId(text.substring(0, start - 2), UUID.fromString(text.substring(start))))
        : Optional.empty();
  }

  private static boolean isType(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && (i == 0 || c != '-' && (c < '0' || c > '9'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUuid(String text, int start) {
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(start + i);
      boolean right =
          switch (i) {
            case 8, 13, 18, 23 -> c == '-';
            case VERSION -> c >= '1' && c <= '5';
            case VARIANT -> "89abAB".indexOf(c) >= 0;
            default -> HexFormat.isHexDigit(c);
          };
      if (!right) {
        return false;
      }
    }
    return true;
  }

  /// @throws IllegalArgumentException when it is no identifier
  public static StixId of(String text) {
    return find(text)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is not an identifier, type--UUID"));
  }

  @Override
  public String toString() {
    return type + "--" + uuid;
  }
}

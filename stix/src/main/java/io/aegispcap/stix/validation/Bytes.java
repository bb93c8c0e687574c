package io.aegispcap.stix.validation;

import java.util.Base64;
import java.util.regex.Pattern;

/// Bytes as text.
final class Bytes {

  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})++");

  private Bytes() {}

  static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  static boolean isBase64(String text) {
    if (text.length() % 4 != 0) {
      return false;
    }
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException notEncoded) {
      return false;
    }
  }
}

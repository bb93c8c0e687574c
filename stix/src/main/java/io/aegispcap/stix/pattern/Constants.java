package io.aegispcap.stix.pattern;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Words to constants.
final class Constants {
  private Constants() {}

  static Constant.Numeric number(Token token) {
    return new Constant.Numeric(new BigDecimal(token.text()));
  }

  static Constant string(Token token) {
    return new Constant.Text(unquoted(token.text()));
  }

  static Constant hex(Token token) {
    return new Constant.Bytes(HexFormat.of().parseHex(inner(token)), true);
  }

  static Constant binary(Token token) {
    return new Constant.Bytes(decoded(token.text()).orElseThrow(), false);
  }

  /// What b'...' stands for, line feeds left out; empty when it is not Base64, or nothing.
  static Optional<byte[]> decoded(String literal) {
    String base64 = literal.substring(2, literal.length() - 1).replaceAll("[\\r\\n]", "");
    if (base64.isEmpty() || base64.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  private static String inner(Token token) {
    return token.text().substring(2, token.text().length() - 1);
  }

  /// What stands between quotes, with \' and \\ resolved.
  static String unquoted(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder text = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      text.append(c == '\\' ? inner.charAt(++i) : c);
    }
    return text.toString();
  }

  /// Larger than any list is as good as any larger one.
  static int bounded(String integer) {
    return new BigInteger(integer).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }
}

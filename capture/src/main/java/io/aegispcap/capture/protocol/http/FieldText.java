package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.ntlm.NtlmMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// What is taken out of field values.
final class FieldText {
  private static final int MAX_NAME = 256;

  private FieldText() {}

  /// The user name of `Basic` credentials (RFC 7617 2); what follows the colon is dropped here.
  static Optional<String> basicUser(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    return decoded(authorization.substring(6).strip())
        .filter(credentials -> credentials.indexOf(':') >= 0)
        .map(credentials -> cut(credentials.substring(0, credentials.indexOf(':'))));
  }

  private static Optional<String> decoded(String base64) {
    return bytes(base64).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The name of the scheme, in lower case: never what follows it.
  static String scheme(String authorization) {
    int space = authorization.indexOf(' ');
    return cut(space < 0 ? "" : authorization.substring(0, space)).toLowerCase(Locale.ROOT);
  }

  /// The message that `NTLM` or `Negotiate` carry, also within SPNEGO (RFC 4559 4).
  static Optional<NtlmMessage> ntlm(String field) {
    String scheme = scheme(field);
    if (!scheme.equals("ntlm") && !scheme.equals("negotiate")) {
      return Optional.empty();
    }
    String token = field.substring(scheme.length()).strip();
    return bytes(token.substring(0, token.length() & ~3))
        .flatMap(bytes -> NtlmMessage.in(Bytes.of(bytes)));
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// The file name that a Content-Disposition proposes, the extended form first (RFC 6266 4.3).
  static Optional<String> filename(String disposition) {
    return parameter(disposition, "filename*=")
        .map(FieldText::extended)
        .or(() -> parameter(disposition, "filename="))
        .map(FieldText::cut)
        .filter(name -> !name.isEmpty());
  }

  private static Optional<String> parameter(String value, String name) {
    int at = value.toLowerCase(Locale.ROOT).indexOf(name);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = value.substring(at + name.length()).strip();
    boolean quoted = rest.startsWith("\"");
    int end = quoted ? rest.indexOf('"', 1) : rest.indexOf(';');
    int from = quoted ? 1 : 0;
    return Optional.of(rest.substring(from, end < 0 ? rest.length() : end).strip());
  }

  /// Undoes `UTF-8''na%20me` (RFC 8187 3.2); other character sets are read as UTF-8 too.
  private static String extended(String value) {
    int from = value.lastIndexOf('\'') + 1;
    byte[] bytes = new byte[value.length() - from];
    int used = 0;
    for (int i = from; i < value.length(); i++) {
      int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
      boolean escape = value.charAt(i) == '%' && high >= 0 && low >= 0;
      bytes[used++] = (byte) (escape ? (high << 4) | low : value.charAt(i));
      i += escape ? 2 : 0;
    }
    return new String(bytes, 0, used, StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text;
  }
}

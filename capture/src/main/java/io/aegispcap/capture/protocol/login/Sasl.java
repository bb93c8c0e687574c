package io.aegispcap.capture.protocol.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// The client's part of one SASL exchange (RFC 4422), of which only the user name is kept.
final class Sasl {
  private final String mechanism;
  private String user = "";
  private int responses;

  /// @param mechanism as the client spelled it
  Sasl(String mechanism) {
    this.mechanism = Attempts.cut(mechanism.toUpperCase(Locale.ROOT), 32);
  }

  String mechanism() {
    return mechanism;
  }

  String user() {
    return user;
  }

  /// Whether the password, or the token in its place, crosses the wire as it is.
  boolean isCleartext() {
    return switch (mechanism) {
      case "PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER" -> true;
      default -> false;
    };
  }

  /// Takes one response in base64.
  void respond(String base64) {
    responses++;
    if (!user.isEmpty() || responses > 2) {
      return;
    }
    switch (mechanism) {
      case "PLAIN" -> user = between(decoded(base64), '\0', '\0'); // RFC 4616 2
      case "LOGIN" -> user = responses == 1 ? decoded(base64) : "";
      case "CRAM-MD5" -> user = before(decoded(base64), ' '); // RFC 2195 2
      case "XOAUTH2" -> user = between(decoded(base64), '=', '\u0001');
      default -> {
        // Its user name is hidden, or spelled in a way not read here.
      }
    }
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes =
          Base64.getDecoder().decode(base64.strip().getBytes(StandardCharsets.ISO_8859_1));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String between(String text, char opening, char closing) {
    int from = text.indexOf(opening) + 1;
    int end = text.indexOf(closing, from);
    return from > 0 && end > from ? text.substring(from, end) : "";
  }

  private static String before(String text, char end) {
    return text.lastIndexOf(end) < 0 ? "" : text.substring(0, text.lastIndexOf(end));
  }
}

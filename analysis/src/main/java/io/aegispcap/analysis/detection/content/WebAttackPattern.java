package io.aegispcap.analysis.detection.content;

import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Attacks as they look in a request's target, decoded and in lower case. The expressions have no
/// nested repetition, so that a hostile target costs linear time, and look at its first
/// [#LOOKED_AT] characters.
enum WebAttackPattern {
  SQL_INJECTION(
      "SQL injection",
      "union[\\s+/*]{1,20}(?:all[\\s+]{1,9})?select|'\\s{0,9}or\\s{1,9}'?\\d{1,9}'?\\s{0,9}=|"
          + "\\bor\\s{1,9}1\\s{0,9}=\\s{0,9}1\\b|information_schema\\.|sleep\\(\\d|benchmark\\(\\d|"
          + "waitfor\\s{1,9}delay|;\\s{0,9}drop\\s{1,9}table|"
          + "'\\s{0,9}(?:and|or)\\s{1,9}'[^']{0,20}'\\s{0,9}=\\s{0,9}'"),
  SCRIPT_INJECTION(
      "script injection", "<script|javascript:[a-z]|onerror\\s{0,9}=|onload\\s{0,9}=|<svg|<iframe"),
  PATH_TRAVERSAL(
      "path traversal",
      "(?:\\.\\./){3}|(?:\\.\\.\\\\){3}|/etc/passwd|/etc/shadow|\\bboot\\.ini\\b"),
  COMMAND_INJECTION(
      "command injection",
      "[;|`]\\s{0,9}(?:cat|wget|curl|nc|bash|sh|id|uname|ping|chmod)\\b|\\$\\(|"
          + "\\bcmd(?:\\.exe)?\\s{0,9}/c|/bin/(?:ba)?sh\\b|invokefunction|call_user_func|"
          + "\\b(?:system|passthru|shell_exec|phpinfo)\\s{0,9}\\("),
  JNDI_LOOKUP("JNDI lookup", "\\$\\{jndi:|\\$\\{(?:lower|upper|env|sys|::-)");

  private static final int LOOKED_AT = 2_048;

  private final String words;
  private final Pattern pattern;

  WebAttackPattern(String words, String expression) {
    this.words = words;
    this.pattern = Pattern.compile(expression);
  }

  String words() {
    return words;
  }

  static Optional<WebAttackPattern> in(HttpExchange http) {
    Optional<WebAttackPattern> inTarget =
        plain(http.uri()) ? Optional.empty() : in(decoded(http.uri()));
    return inTarget.or(() -> http.userAgent().flatMap(WebAttackPattern::inAgent));
  }

  /// Whether a target holds nothing but letters, digits and what stands in harmless paths: most do.
  private static boolean plain(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (!(c >= '/' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
          && c != '.'
          && c != '-'
          && c != '_'
          && c != '?'
          && c != '='
          && c != '&') {
        return false;
      }
    }
    return !target.contains("/etc/")
        && !target.contains("../")
        && !target.contains("/bin/")
        && !target.contains("invokefunction")
        && !target.contains("call_user_func");
  }

  private static Optional<WebAttackPattern> inAgent(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return lower.contains("${") ? in(lower) : Optional.empty();
  }

  private static Optional<WebAttackPattern> in(String text) {
    for (WebAttackPattern kind : values()) {
      if (kind.pattern.matcher(text).find()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// Percent signs and pluses undone twice, as servers that are attacked do; in lower case.
  static String decoded(String target) {
    String cut = target.length() > LOOKED_AT ? target.substring(0, LOOKED_AT) : target;
    return undone(undone(cut.replace('+', ' '))).toLowerCase(Locale.ROOT);
  }

  private static String undone(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        plain.append((char) (high << 4 | low));
        i += 2;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}

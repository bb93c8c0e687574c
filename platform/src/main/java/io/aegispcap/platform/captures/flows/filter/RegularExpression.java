package io.aegispcap.platform.captures.flows.filter;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions as DuckDB takes them: those of RE2, whose time grows no faster than the
/// text.
final class RegularExpression {
  private static final int MAX_LENGTH = 300;

  /// What Java knows and RE2 does not: looking around, references back, possessive and atomic
  /// groups, classes cut with others, and repetition beyond 1,000.
  private static final Pattern BEYOND_RE2 =
      Pattern.compile(
          "\\(\\?(?:[=!>]|<[=!])|\\\\[1-9k]|[*+?}]\\+|&&|\\\\[GZRXhHvVeNcu0]|\\[[^\\]]*\\[(?!:)"
              + "|\\{\\d{4,}|\\{\\d*,\\d{4,}|\\(\\?[a-zA-Z-]*[dxuU]");

  private RegularExpression() {}

  /// @throws FilterException when it is none
  static void check(Token token) {
    String pattern = token.text();
    if (pattern.length() > MAX_LENGTH) {
      throw wrong(token, "a regular expression has at most " + MAX_LENGTH + " characters");
    }
    if (BEYOND_RE2.matcher(pattern).find()) {
      throw wrong(token, "found a regular expression with parts that RE2 does not have");
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw wrong(
          token, "found a regular expression that can't be read (" + e.getDescription() + ")");
    }
  }

  private static FilterException wrong(Token token, String problem) {
    return new FilterException(
        token.at(),
        token.end() - token.at(),
        problem,
        List.of("a regular expression of RE2, such as \"^www[0-9]+\""));
  }
}

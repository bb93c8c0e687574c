package io.aegispcap.stix.pattern.match;

import java.util.Map;
import java.util.Optional;

/// Rewrites what PCRE spells differently from Java: named groups, and brackets and ampersands
/// within classes, which Java would take for nested classes and intersections.
final class PcreSyntax {

  private static final Map<String, String> POSIX_CLASSES =
      Map.ofEntries(
          Map.entry("[:alpha:]", "\\p{Alpha}"),
          Map.entry("[:digit:]", "\\p{Digit}"),
          Map.entry("[:alnum:]", "\\p{Alnum}"),
          Map.entry("[:upper:]", "\\p{Upper}"),
          Map.entry("[:lower:]", "\\p{Lower}"),
          Map.entry("[:punct:]", "\\p{Punct}"),
          Map.entry("[:xdigit:]", "\\p{XDigit}"),
          Map.entry("[:space:]", "\\s"),
          Map.entry("[:blank:]", "\\p{Blank}"),
          Map.entry("[:cntrl:]", "\\p{Cntrl}"),
          Map.entry("[:graph:]", "\\p{Graph}"),
          Map.entry("[:print:]", "\\p{Print}"),
          Map.entry("[:word:]", "\\w"));

  private final String written;
  private final StringBuilder rewritten = new StringBuilder();
  private int at;

  private PcreSyntax(String written) {
    this.written = written;
  }

  static String inJava(String expression) {
    return new PcreSyntax(expression).rewrite();
  }

  private String rewrite() {
    while (at < written.length()) {
      char c = written.charAt(at);
      if (c == '\\') {
        escape();
      } else if (c == '[') {
        characterClass();
      } else if (written.startsWith("(?P<", at)) {
        replace("(?P<", "(?<");
      } else if (written.startsWith("(?P=", at)) {
        backReference();
      } else {
        copy(1);
      }
    }
    return rewritten.toString();
  }

  private void copy(int count) {
    int end = Math.min(written.length(), at + count);
    rewritten.append(written, at, end);
    at = end;
  }

  /// A control character takes two more, a quotation all up to its end.
  private void escape() {
    if (written.startsWith("\\Q", at)) {
      int end = written.indexOf("\\E", at);
      copy(end < 0 ? written.length() - at : end + 2 - at);
    } else {
      copy(written.startsWith("\\c", at) ? 3 : 2);
    }
  }

  private void replace(String old, String by) {
    rewritten.append(by);
    at += old.length();
  }

  private void backReference() {
    int end = written.indexOf(')', at);
    if (end < 0) {
      copy(1);
      return;
    }
    rewritten.append("\\k<").append(written, at + 4, end).append('>');
    at = end + 1;
  }

  /// Copies from `[` to its `]`, which counts as a character when it stands first.
  private void characterClass() {
    copy(1);
    if (at < written.length() && written.charAt(at) == '^') {
      copy(1);
    }
    if (at < written.length() && written.charAt(at) == ']') {
      replace("]", "\\]");
    }
    while (at < written.length() && written.charAt(at) != ']') {
      classCharacter();
    }
    copy(1);
  }

  private void classCharacter() {
    switch (written.charAt(at)) {
      case '\\' -> escape();
      case '[' -> openBracket();
      case '&' -> replace("&", "\\&");
      default -> copy(1);
    }
  }

  private void openBracket() {
    Optional<String> named = posixClass(written, at);
    if (named.isPresent()) {
      replace(named.get(), POSIX_CLASSES.getOrDefault(named.get(), ""));
    } else {
      replace("[", "\\[");
    }
  }

  /// What stands there, if it is the name of a class such as `[:alpha:]`.
  static Optional<String> posixClass(String expression, int at) {
    return POSIX_CLASSES.keySet().stream()
        .filter(name -> expression.startsWith(name, at))
        .findFirst();
  }
}

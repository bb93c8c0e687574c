package io.aegispcap.stix.pattern;

import io.aegispcap.stix.pattern.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/// Cuts a pattern into words; at each place the longest that fits.
final class Lexer {

  private static final Set<String> KEYWORDS =
      Set.of(
          "AND",
          "OR",
          "NOT",
          "FOLLOWEDBY",
          "LIKE",
          "MATCHES",
          "ISSUPERSET",
          "ISSUBSET",
          "EXISTS",
          "LAST",
          "IN",
          "START",
          "STOP",
          "SECONDS",
          "WITHIN",
          "REPEATS",
          "TIMES");

  private static final String SPACES =
      " \t\r\n\u000B\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200a\u2028\u2029\u202f\u205f\u3000";

  private static final java.util.regex.Pattern HEX =
      java.util.regex.Pattern.compile("h'(?:[0-9a-fA-F]{2})*+'");
  private static final java.util.regex.Pattern BINARY =
      java.util.regex.Pattern.compile("b'[A-Za-z0-9+/\r\n]*+(?:=[\r\n]*+){0,2}+'");
  private static final java.util.regex.Pattern TIMESTAMP =
      java.util.regex.Pattern.compile(
          "t'\\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\\d|3[01])"
              + "T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d++)?Z'");
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("-?+(?:\\d*+\\.\\d++|0|[1-9]\\d*+)");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// With an END as the last of them.
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.skipped()) {
      lexer.read();
    }
    lexer.tokens.add(new Token(Kind.END, text.length(), ""));
    return lexer.tokens;
  }

  /// Passes over whitespace and comments; false at the end.
  private boolean skipped() {
    while (at < text.length()) {
      if (SPACES.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (text.startsWith("//", at)) {
        while (at < text.length() && text.charAt(at) != '\r' && text.charAt(at) != '\n') {
          at++;
        }
      } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) >= 0) {
        at = text.indexOf("*/", at + 2) + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void read() {
    char c = text.charAt(at);
    if (c == '\'') {
      string();
    } else if (isLetter(c)) {
      if (!quoted(c)) {
        name();
      }
    } else if (!number()) {
      sign(c);
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, at, text.substring(at, end)));
    at = end;
  }

  private void string() {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        add(Kind.STRING, i + 1);
        return;
      }
      if (c == '\\') {
        char escaped = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (escaped != '\'' && escaped != '\\') {
          break;
        }
        i++;
      }
    }
    add(Kind.UNUSABLE, at + 1);
  }

  /// Hex, binary and timestamp constants, which begin like names.
  private boolean quoted(char c) {
    return switch (c) {
      case 'h' -> matched(HEX, Kind.HEX);
      case 'b' -> matched(BINARY, Kind.BINARY);
      case 't' -> matched(TIMESTAMP, Kind.TIMESTAMP);
      default -> false;
    };
  }

  private boolean matched(java.util.regex.Pattern form, Kind kind) {
    Matcher matcher = form.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()
        || kind == Kind.BINARY && Constants.decoded(matcher.group()).isEmpty()) {
      return false;
    }
    add(kind, matcher.end());
    return true;
  }

  private void name() {
    boolean hyphens = false;
    int end = at;
    while (end < text.length()
        && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == '-')) {
      hyphens |= text.charAt(end) == '-';
      end++;
    }
    add(hyphens ? Kind.HYPHENATED_NAME : named(text.substring(at, end)), end);
  }

  private static Kind named(String word) {
    if (KEYWORDS.contains(word)) {
      return Kind.KEYWORD;
    }
    return word.equals("true") || word.equals("false") ? Kind.TRUTH : Kind.NAME;
  }

  private boolean number() {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    add(matcher.group().indexOf('.') >= 0 ? Kind.DECIMAL : Kind.INTEGER, matcher.end());
    return true;
  }

  private void sign(char c) {
    String two = text.substring(at, Math.min(text.length(), at + 2));
    switch (two) {
      case "==", "!=", "<>", "<=", ">=" -> add(Kind.SIGN, at + 2);
      default ->
          add(
              "=<>:.,()[]*".indexOf(c) >= 0 ? Kind.SIGN : Kind.UNUSABLE,
              text.offsetByCodePoints(at, 1));
    }
  }
}

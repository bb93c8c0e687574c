package io.aegispcap.stix.pattern;

import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.Token.Kind;
import java.util.Arrays;
import java.util.List;

/// The words of a pattern, one after the other, and what to say of those that don't fit.
final class Tokens {

  /// Deeper than anybody writes, and safe for the stack.
  private static final int DEEPEST = 200;

  private static final int LONGEST_SHOWN = 40;

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int depth;

  Tokens(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    return tokens.get(next++);
  }

  /// Takes the word if it comes next.
  boolean took(String word) {
    if (!peek().is(word)) {
      return false;
    }
    next++;
    return true;
  }

  void take(String word, String expectation) throws PatternSyntaxException {
    if (!took(word)) {
      throw expected(expectation);
    }
  }

  Token take(String expectation, Kind... kinds) throws PatternSyntaxException {
    if (!Arrays.asList(kinds).contains(peek().kind())) {
      throw expected(expectation);
    }
    return take();
  }

  void deeper() throws PatternSyntaxException {
    if (++depth > DEEPEST) {
      throw new PatternSyntaxException(
          error(peek(), "parentheses are nested more than " + DEEPEST + " deep"));
    }
  }

  void shallower() {
    depth--;
  }

  StixTimestamp timestamp(Token token) throws PatternSyntaxException {
    String written = token.text().substring(2, token.text().length() - 1);
    return StixTimestamp.find(written)
        .orElseThrow(
            () ->
                new PatternSyntaxException(
                    error(token, token.text() + " is no day and time of the calendar")));
  }

  PatternSyntaxException expected(String what) {
    return expected(peek(), what);
  }

  PatternSyntaxException expected(Token found, String what) {
    return new PatternSyntaxException(
        error(found, "expected " + what + ", found " + shortened(said(found))));
  }

  private static String said(Token found) {
    return found.kind() == Kind.UNUSABLE && found.text().equals("'")
        ? "' that opens a string which is not closed, or has a \\ that escapes neither ' nor \\"
        : found.said();
  }

  private static String shortened(String said) {
    return said.length() > LONGEST_SHOWN && !said.startsWith("' ")
        ? said.substring(0, LONGEST_SHOWN) + "..."
        : said;
  }

  PatternError error(Token at, String message) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at.at(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new PatternError(line, text.codePointCount(lineStart, at.at()) + 1, message);
  }
}

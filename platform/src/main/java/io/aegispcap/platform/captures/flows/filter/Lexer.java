package io.aegispcap.platform.captures.flows.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a filter's text into words, strings and symbols. What a word means, an address or a time,
/// depends on the field it is compared with, so a word is whatever has no space, quote, comma,
/// parenthesis or comparison in it.
final class Lexer {
  private static final List<String> SYMBOLS =
      List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "(", ")", ",", "!", "=");
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "in", "contains", "matches");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// All tokens, [Token.Type#END] last.
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.next()) {}
    return lexer.tokens;
  }

  static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || "_.:/+-%*@#$~?;[]{}^\\".indexOf(c) >= 0;
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }

  private boolean next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      tokens.add(new Token(Token.Type.END, at, at, ""));
      return false;
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      string(c);
    } else if (inWord(c)) {
      word();
    } else {
      symbol();
    }
    return true;
  }

  private void word() {
    int from = at;
    while (at < text.length() && inWord(text.charAt(at))) {
      at++;
    }
    tokens.add(new Token(Token.Type.WORD, from, at, text.substring(from, at)));
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        tokens.add(new Token(Token.Type.SYMBOL, at, at + symbol.length(), symbol));
        at += symbol.length();
        return;
      }
    }
    throw new FilterException(
        at,
        Character.charCount(text.codePointAt(at)),
        "found " + Character.toString(text.codePointAt(at)) + ", which means nothing here",
        List.of("a field", "a value in quotes"));
  }

  /// A backslash stands before a quote or a backslash; before anything else it is itself, so that
  /// regular expressions need no doubled ones.
  private void string(char quote) {
    int from = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length() && escaped(text.charAt(at + 1))) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new FilterException(
          from, at - from, "a text begins here and does not end", List.of("a quote at its end"));
    }
    tokens.add(new Token(Token.Type.STRING, from, ++at, value.toString()));
  }

  private static boolean escaped(char c) {
    return c == '"' || c == '\'' || c == '\\';
  }
}

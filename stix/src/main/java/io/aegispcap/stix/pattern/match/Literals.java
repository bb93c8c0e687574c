package io.aegispcap.stix.pattern.match;

import java.util.Set;

/// Finds texts that must stand in whatever LIKE and MATCHES accept. It may overlook one; what it
/// finds is always needed.
final class Literals {

  /// Escapes that stand for a kind of character or a place, not for a character.
  private static final String KINDS = "dDwWsSbBAzZhHvVR";

  private static final Set<Character> QUANTIFIERS = Set.of('?', '*', '+', '{');

  private final String expression;
  private final StringBuilder run = new StringBuilder();
  private String longest = "";
  private boolean lost;
  private int at;

  private Literals(String expression) {
    this.expression = expression;
  }

  /// The longest text between wildcards; empty when there is none.
  static String ofLike(String pattern) {
    String longest = "";
    for (String part : Tests.normal(pattern).split("[%_]")) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest;
  }

  /// The longest text that a regular expression asks for outside of its groups; empty when it asks
  /// for none, or is too difficult.
  static String ofRegex(String pattern) {
    Literals literals = new Literals(Tests.normal(pattern));
    return literals.read() && !literals.lost ? literals.longest : "";
  }

  /// False when nothing that was found is sure to be needed.
  private boolean read() {
    while (at < expression.length()) {
      char c = expression.charAt(at);
      switch (c) {
        case '|' -> {
          return false;
        }
        case '\\' -> {
          if (!escape()) {
            end();
            return expression.indexOf('|', at) < 0;
          }
        }
        case '(' -> {
          if (!group()) {
            return false;
          }
        }
        case '[' -> {
          end();
          characterClass();
          quantifier();
        }
        case '?', '*', '+', '{' -> {
          end();
          quantifier();
        }
        case '.', '^', '$', ')', ']', '}' -> {
          end();
          at++;
          quantifier();
        }
        default -> literal(c);
      }
    }
    end();
    return true;
  }

  private void end() {
    if (run.length() > longest.length()) {
      longest = run.toString();
    }
    run.setLength(0);
  }

  /// A quantifier counts for the whole code point: of two halves neither is a text to look for.
  private void literal(char c) {
    at++;
    if (Character.isSurrogate(c)) {
      end();
      quantifier();
      return;
    }
    if (at < expression.length() && QUANTIFIERS.contains(expression.charAt(at))) {
      if (expression.charAt(at) == '+') {
        run.append(c);
      }
      end();
      quantifier();
      return;
    }
    run.append(c);
  }

  /// False at an escape that is not understood here.
  private boolean escape() {
    if (at + 1 >= expression.length()) {
      return false;
    }
    char escaped = expression.charAt(at + 1);
    boolean word = Character.isLetterOrDigit(escaped);
    if (word && KINDS.indexOf(escaped) < 0) {
      return false;
    }
    at++;
    if (word) {
      end();
      at++;
      quantifier();
    } else {
      literal(escaped);
    }
    return true;
  }

  /// Passes over a group; false when it changes how the rest is read.
  private boolean group() {
    end();
    if (expression.startsWith("(?", at) && isFlags(at + 2) || expression.startsWith("(*", at)) {
      return false;
    }
    int depth = 0;
    while (at < expression.length()) {
      switch (expression.charAt(at)) {
        case '\\' -> at++;
        case '[' -> {
          characterClass();
          at--;
        }
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {
          // Whatever stands in a group may be optional.
        }
      }
      at++;
      if (depth == 0) {
        quantifier();
        return true;
      }
    }
    return false;
  }

  private boolean isFlags(int start) {
    int end = start;
    while (end < expression.length()
        && (Character.isLetter(expression.charAt(end)) || expression.charAt(end) == '-')) {
      end++;
    }
    return end > start && end < expression.length() && expression.charAt(end) == ')';
  }

  /// Passes over a class; lost when what an escape in it takes may hide its end.
  private void characterClass() {
    at++;
    if (at < expression.length() && expression.charAt(at) == '^') {
      at++;
    }
    if (at < expression.length() && expression.charAt(at) == ']') {
      at++;
    }
    while (at < expression.length() && expression.charAt(at) != ']') {
      lost |= expression.startsWith("\\c", at) || expression.startsWith("\\Q", at);
      int step = expression.charAt(at) == '\\' ? 2 : 1;
      at += PcreSyntax.posixClass(expression, at).map(String::length).orElse(step);
    }
    at++;
  }

  private void quantifier() {
    while (at < expression.length() && QUANTIFIERS.contains(expression.charAt(at))) {
      int close = expression.indexOf('}', at);
      at = expression.charAt(at) == '{' && close > 0 ? close + 1 : at + 1;
    }
  }
}

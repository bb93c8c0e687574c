package io.aegispcap.platform.captures.flows.filter;

/// A piece of a filter's text.
///
/// @param at its first character
/// @param end behind its last one
/// @param text what it says: of a string, without quotes and escapes
record Token(Type type, int at, int end, String text) {
  enum Type {
    WORD,
    STRING,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return type == Type.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return type == Type.WORD && text.equalsIgnoreCase(word);
  }

  /// As errors name it.
  String found() {
    return switch (type) {
      case END -> "the filter ends here";
      case STRING -> "found the text \"" + shortened() + "\"";
      case WORD, SYMBOL -> "found " + shortened();
    };
  }

  private String shortened() {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}

package io.aegispcap.stix.pattern;

/// A word of a pattern.
///
/// @param at where it begins in the text
record Token(Kind kind, int at, String text) {

  enum Kind {
    NAME("a name"),
    HYPHENATED_NAME("a name with hyphens"),
    KEYWORD("a keyword"),
    TRUTH("true or false"),
    INTEGER("an integer"),
    DECIMAL("a float"),
    STRING("a string"),
    HEX("a hex constant"),
    BINARY("a binary constant"),
    TIMESTAMP("a timestamp"),
    SIGN("a sign"),
    UNUSABLE("a character"),
    END("the end");

    private final String said;

    Kind(String said) {
      this.said = said;
    }

    String said() {
      return said;
    }
  }

  boolean is(String word) {
    return (kind == Kind.KEYWORD || kind == Kind.SIGN) && text.equals(word);
  }

  String said() {
    return switch (kind) {
      case END -> "the end of the pattern";
      case KEYWORD -> "the keyword " + text;
      default -> text;
    };
  }
}

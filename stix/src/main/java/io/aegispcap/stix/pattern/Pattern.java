package io.aegispcap.stix.pattern;

/// A pattern as a tree. Its text is {@link #toString}.
public record Pattern(ObservationExpression expression) {

  /// @throws PatternSyntaxException saying where and what was expected
  public static Pattern parse(String text) throws PatternSyntaxException {
    return PatternParser.parse(text).pattern();
  }

  /// The shortest tree that means the same, with a text that is the same for patterns that differ
  /// in order, repetition or spelling.
  public Pattern normalized() {
    return new Pattern(Normalization.of(expression));
  }

  /// Whether both match the same observations as far as logic tells: `[a:b = 1 OR c:d = 2]` and
  /// `[c:d = 2 OR a:b = 1.0]` do.
  public boolean equivalentTo(Pattern other) {
    return normalized().equals(other.normalized());
  }

  /// The text, with one space between words and no parentheses that are not needed.
  @Override
  public String toString() {
    return PatternPrinter.print(expression);
  }
}

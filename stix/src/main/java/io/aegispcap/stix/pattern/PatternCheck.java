package io.aegispcap.stix.pattern;

import java.util.List;

/// Everything the specification says of a pattern, which is more than its grammar.
public final class PatternCheck {
  private PatternCheck() {}

  /// What is wrong with it; empty when nothing is.
  public static List<PatternError> errors(String text) {
    try {
      return PatternParser.parse(text).violations();
    } catch (PatternSyntaxException e) {
      return List.of(e.error());
    }
  }
}

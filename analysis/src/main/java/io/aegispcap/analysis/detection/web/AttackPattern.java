package io.aegispcap.analysis.detection.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An expression that attacks match, over text that [Undone] made plain. Expressions have no nested
/// repetition, so that a hostile text costs linear time for each place where one may begin.
///
/// @param weight 3 when hardly anything else looks so, 2 when little does, 1 when it is a hint
/// @param prose weight within long texts and JSON, where people and programs write about anything
/// @param any every text that matches holds one of these words: it is not tried on others
record AttackPattern(AttackKind kind, int weight, int prose, List<String> any, Pattern pattern) {
  static final int STRONG = 3;

  /// @param expression a space stands for any white space
  static AttackPattern of(
      AttackKind kind, int weight, int prose, List<String> any, String expression) {
    return new AttackPattern(
        kind, weight, prose, any, Pattern.compile(expression.replace(" ", "\\s")));
  }

  static List<String> words(String... words) {
    return List.of(words);
  }

  /// The text that matches, at most 200 characters; empty when none does.
  String in(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? cut(text, matcher.start(), matcher.end()) : "";
  }

  private static String cut(String text, int from, int end) {
    return text.substring(from, Math.min(end, from + 200));
  }
}

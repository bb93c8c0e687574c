package io.aegispcap.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What somebody looks for.
///
/// @param text as it was typed, without spaces around it
public record SearchText(String text) {
  public static final int LONGEST = 200;

  private static final int MOST_WORDS = 8;

  public SearchText {
    text = text.replace("\0", "").strip();
    if (text.length() > LONGEST) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "Look for at most " + LONGEST + " characters.");
    }
  }

  /// In lower case, each of which must be found; the first eight.
  public List<String> words() {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  /// Whether there is nothing to look for.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// For the query of an address.
  public String encoded() {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Patterns for SQL's `like`, one a word, that hold where the word is anywhere.
  public List<String> patterns() {
    return words().stream().map(word -> "%" + escaped(word) + "%").toList();
  }

  /// A word or text as `like` takes it literally.
  public static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}

package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.web.OneLine;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What people write about captures, made fit to keep.
public final class CaptureWords {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_TAGS = 20;
  private static final int LONGEST_TAG = 40;
  private static final int LONGEST_NOTES = 20_000;

  private CaptureWords() {}

  /// @throws ProblemException INVALID when nothing is left, or too much
  public static String name(String typed) {
    String name = OneLine.of(typed);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw invalid("A capture's name needs 1 to " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  /// The name of a file that somebody uploads, without its folders; `capture` when nothing is left.
  public static String fileName(String sent) {
    String name =
        OneLine.of(sent.substring(1 + Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\'))));
    if (name.isEmpty()) {
      return "capture";
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(0, end(name));
  }

  /// Lest a surrogate pair is cut.
  private static int end(String name) {
    return Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1))
        ? LONGEST_NAME - 1
        : LONGEST_NAME;
  }

  /// Sorted, each once, lower case.
  ///
  /// @throws ProblemException INVALID when there are too many, or one is too long
  public static List<String> tags(Collection<String> typed) {
    List<String> tags =
        typed.stream()
            .map(tag -> OneLine.of(tag).toLowerCase(Locale.ROOT))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      throw invalid("At most %d tags of at most %d characters.".formatted(MOST_TAGS, LONGEST_TAG));
    }
    return tags;
  }

  /// @throws ProblemException INVALID when they are too long
  public static String notes(String typed) {
    String notes = typed.replace("\0", "").strip();
    if (notes.length() > LONGEST_NOTES) {
      throw invalid("Notes have at most " + LONGEST_NOTES + " characters.");
    }
    return notes;
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}

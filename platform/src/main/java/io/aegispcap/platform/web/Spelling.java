package io.aegispcap.platform.web;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody may have meant by a word that is none of those it could be.
public final class Spelling {

  private Spelling() {}

  /// The word that takes the fewest steps to reach, if it takes no more than these.
  public static Optional<String> nearest(String typed, Stream<String> words, int steps) {
    return words
        .filter(word -> distance(typed, word) <= steps)
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /// Letters to change, add, drop or swap with their neighbour (optimal string alignment).
  static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(steps, i, j, one, other);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int step(int[][] steps, int i, int j, String one, String other) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}

package io.aegispcap.extension.pack;

/// Letters to insert, delete, replace, or swap with their neighbour, until two words are the same
/// (optimal string alignment).
final class EditDistance {
  private EditDistance() {}

  static boolean atMost(String one, String other, int most) {
    return Math.abs(one.length() - other.length()) <= most && of(one, other) <= most;
  }

  static int of(String one, String other) {
    int[][] distance = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        distance[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(one, other, i, j, distance);
      }
    }
    return distance[one.length()][other.length()];
  }

  private static int step(String one, String other, int i, int j, int[][] distance) {
    int replaced = distance[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int shorter = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
    int least = Math.min(replaced, shorter);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}

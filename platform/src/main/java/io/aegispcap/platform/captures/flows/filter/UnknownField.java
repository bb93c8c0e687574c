package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.capture.packet.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What to say of a word that stands where a field should: often it is a field mistyped, or a value
/// without one.
final class UnknownField {
  private static final int CLOSE = 2;

  private UnknownField() {}

  static FilterException at(Token token) {
    List<String> expected = List.of("a field such as host, port or proto", "not", "(");
    String advice = advice(token).map(better -> " (did you mean " + better + "?)").orElse("");
    return new FilterException(
        token.at(), token.end() - token.at(), token.found() + advice, expected);
  }

  private static Optional<String> advice(Token token) {
    if (token.type() != Token.Type.WORD || token.text().length() > 60) {
      return Optional.empty();
    }
    return isAddress(token.text())
        ? Optional.of("host == " + token.text())
        : nearest(token.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isAddress(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static Optional<String> nearest(String word) {
    return Fields.all().stream()
        .flatMap(field -> Stream.concat(Stream.of(field.name()), field.aliases().stream()))
        .filter(name -> distance(word, name) <= Math.min(CLOSE, word.length() / 2))
        .min(Comparator.comparingInt(name -> distance(word, name)));
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

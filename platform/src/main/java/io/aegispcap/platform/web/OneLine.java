package io.aegispcap.platform.web;

/// One line that somebody typed, such as a name, made fit to keep and to show.
public final class OneLine {
  /// Control characters, halves of characters, and what ends lines or turns text around.
  private static final String UNFIT =
      "[\\p{Cntrl}\\p{Cs}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+";

  /// Letters and symbols that look like nothing: fillers of Hangul, and a blank in Braille.
  private static final String BLANKS = "\u115f\u1160\u3164\uffa0\u2800";

  private OneLine() {}

  /// Empty when nothing of it could be seen.
  public static String of(String typed) {
    String line = typed.replaceAll(UNFIT, " ").strip();
    return line.codePoints().anyMatch(OneLine::isSeen) ? line : "";
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.UNASSIGNED ->
          false;
      default -> BLANKS.indexOf(character) < 0;
    };
  }
}

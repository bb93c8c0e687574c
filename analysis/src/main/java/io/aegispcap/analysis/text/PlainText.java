package io.aegispcap.analysis.text;

/// Text that came from captures or plugins, where it is shown.
public final class PlainText {
  private PlainText() {}

  /// Without characters that would control a terminal, turn the direction of writing, or be refused
  /// by a database: U+FFFD stands for each.
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(controls(c) ? 0xfffd : c));
    return plain.toString();
  }

  private static boolean controls(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}

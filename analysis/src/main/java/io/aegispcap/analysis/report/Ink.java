package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Severity;
import java.util.ArrayList;
import java.util.List;

/// Text for a terminal, with or without colours (ECMA-48 8.3.117).
final class Ink {
  private static final String RESET = "\u001b[0m";

  private final boolean colours;

  Ink(boolean colours) {
    this.colours = colours;
  }

  String bold(String text) {
    return in("1", text);
  }

  String quiet(String text) {
    return in("2", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case CRITICAL -> in("1;97;41", text);
      case HIGH -> in("1;31", text);
      case MEDIUM -> in("1;33", text);
      case LOW -> in("36", text);
      case INFO -> in("2", text);
    };
  }

  private String in(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + RESET : text;
  }

  /// Lines of at most so many characters, broken at spaces; a longer word is cut. At least one
  /// line.
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}

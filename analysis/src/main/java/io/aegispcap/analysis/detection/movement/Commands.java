package io.aegispcap.analysis.detection.movement;

import java.util.regex.Pattern;

/// What a command does, as far as its text tells.
final class Commands {
  private static final int LONGEST = 120;

  private static final Pattern INTERPRETER =
      Pattern.compile(
          "(?i)%comspec%|\\bcmd(?:\\.exe)?\\b.*/[ckq]|powershell|pwsh|wscript|cscript|mshta|rundll32"
              + "|regsvr32|msbuild|certutil|bitsadmin|\\\\\\\\127\\.0\\.0\\.1\\\\|\\\\admin\\$\\\\");

  private Commands() {}

  /// Whether it runs an interpreter of commands, or a program that runs others' code.
  static boolean runsOne(String command) {
    return INTERPRETER.matcher(command).find();
  }

  /// Its first [#LONGEST] characters in one line.
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}

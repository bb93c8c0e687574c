package io.aegispcap.cli.plugin;

/// Text that comes from a plugin or a capture.
final class Lines {
  private Lines() {}

  /// Without characters that could steer a terminal.
  static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }
}

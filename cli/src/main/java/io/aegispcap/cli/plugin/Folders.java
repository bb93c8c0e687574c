package io.aegispcap.cli.plugin;

import java.nio.file.Path;

/// Where a person's files are, by the XDG Base Directory Specification.
final class Folders {
  private Folders() {}

  static Path configuration() {
    return folder("XDG_CONFIG_HOME", ".config");
  }

  static Path data() {
    return folder("XDG_DATA_HOME", ".local/share");
  }

  private static Path folder(String variable, String usual) {
    String set = System.getenv().getOrDefault(variable, "");
    Path base =
        set.isEmpty() ? Path.of(System.getProperty("user.home")).resolve(usual) : Path.of(set);
    return base.resolve("aegispcap");
  }
}

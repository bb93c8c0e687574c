package io.aegispcap.platform.backup;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// A backup, and what kept it from being made, in words.
final class Summary {
  private static final double MEGA = 1e6;

  private Summary() {}

  static String of(Manifest manifest) {
    long contents =
        manifest.entries().stream()
            .filter(entry -> entry.name().startsWith(BackupWriter.CONTENT))
            .count();
    long bytes = manifest.entries().stream().mapToLong(Manifest.Entry::size).sum();
    return String.format(
        Locale.ROOT,
        "%d tables and %d contents (%.1f MB)",
        manifest.tables().size(),
        contents - manifest.without().size(),
        bytes / MEGA);
  }

  /// In one line.
  static String why(Exception refused) {
    String why =
        switch (refused) {
          case NoSuchFileException missing -> "There is no " + missing.getFile() + ".";
          case FileSystemException file when file.getReason() == null -> file.toString();
          default -> String.valueOf(refused.getMessage());
        };
    return why.replaceAll("\\s*\\R\\s*", " ");
  }
}

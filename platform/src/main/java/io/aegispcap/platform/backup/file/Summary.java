package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.backup.Manifest;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// A backup, and what kept it from being made, in words.
final class Summary {
  private static final double MEGA = 1e6;

  private Summary() {}

  static String of(Manifest manifest) {
    Set<String> without = new HashSet<>(manifest.without());
    long contents =
        manifest.entries().stream()
            .map(Manifest.Entry::name)
            .filter(name -> name.startsWith(BackupWriter.CONTENT))
            .filter(name -> !without.contains(name.substring(BackupWriter.CONTENT.length())))
            .count();
    long bytes = manifest.entries().stream().mapToLong(Manifest.Entry::size).sum();
    return String.format(
        Locale.ROOT,
        "%d tables and %d contents (%.1f MB)",
        manifest.tables().size(),
        contents,
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

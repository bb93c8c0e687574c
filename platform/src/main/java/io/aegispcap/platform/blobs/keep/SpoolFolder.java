package io.aegispcap.platform.blobs.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Holds files that are being written.
///
/// @param path exists
public record SpoolFolder(Path path, InstantSource clock) {

  /// Deletes files that nobody has written to for so long.
  public void sweep(Duration age) throws IOException {
    Instant old = clock.instant().minus(age);
    for (Path file : files()) {
      if (isOlder(file, old)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isOlder(Path file, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(than);
    } catch (NoSuchFileException _) {
      return false; // taken over, or swept by another node
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.toList();
    }
  }
}

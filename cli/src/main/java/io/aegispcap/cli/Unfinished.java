package io.aegispcap.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A hidden folder beside an output, for what is not finished: gone when it is closed, or when the
/// process is told to end.
final class Unfinished implements Closeable {
  private final Path folder;
  private final Thread hook;

  private Unfinished(Path folder) {
    this.folder = folder;
    this.hook = new Thread(this::delete, "delete-unfinished");
  }

  /// @throws IOException when nothing can be written there
  static Unfinished beside(Path target) throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(target + ": is no file that can be written");
    }
    Unfinished unfinished;
    try {
      unfinished = new Unfinished(Files.createTempDirectory(parent, ".aegis-"));
    } catch (IOException e) {
      throw new IOException(target + ": cannot be written: " + e.getMessage(), e);
    }
    Runtime.getRuntime().addShutdownHook(unfinished.hook);
    return unfinished;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!ending()) {
      delete();
    }
  }

  /// Whether the process is ending, so that the hook does the deleting.
  private boolean ending() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException shutdown) {
      return true;
    }
  }
}

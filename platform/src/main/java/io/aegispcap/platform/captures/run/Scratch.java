package io.aegispcap.platform.captures.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the files of one analysis, gone with all that is in it when closed.
record Scratch(Path folder) implements Closeable {

  /// @param parent which only scratch folders are in
  static Scratch in(Path parent) throws IOException {
    return new Scratch(Files.createTempDirectory(parent, "run-"));
  }

  /// Removes what a process left that was killed.
  static void clear(Path parent) throws IOException {
    try (Stream<Path> left = Files.list(parent)) {
      for (Path folder : left.toList()) {
        new Scratch(folder).close();
      }
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> inner;
    try (Stream<Path> all = Files.walk(folder)) {
      inner = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inner) {
      Files.deleteIfExists(path);
    }
  }
}

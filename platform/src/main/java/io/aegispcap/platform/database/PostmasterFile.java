package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a PostgreSQL server writes beside its data while it runs. Source: PostgreSQL's
/// `miscadmin.h`, "postmaster.pid".
///
/// @param process its process id
/// @param data the folder it serves
/// @param port where it listens
record PostmasterFile(long process, Path data, int port) {
  private static final int LINE_OF_PORT = 3;

  /// What the last server to serve this folder wrote; empty when it stopped in order, or had not
  /// come far enough to say where it listens.
  static Optional<PostmasterFile> in(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() <= LINE_OF_PORT
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Long.parseLong(lines.get(0).strip()),
                  data,
                  Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /// Whether that server still runs, rather than another program that was given its number since.
  boolean runs() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::info)
        .filter(info -> info.command().filter(path -> path.endsWith("postgres")).isPresent())
        .flatMap(ProcessHandle.Info::arguments)
        .filter(arguments -> List.of(arguments).contains(data.toString()))
        .isPresent();
  }
}

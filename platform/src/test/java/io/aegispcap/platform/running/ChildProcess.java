package io.aegispcap.platform.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Another process on the same database and the same classes, to be killed.
public final class ChildProcess {

  private ChildProcess() {}

  /// Runs a main class, which gets URL, user and password of the database before these arguments.
  public static Process start(Class<?> main, JdbcConnectionDetails database, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                database.getJdbcUrl(),
                database.getUsername(),
                database.getPassword()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}

package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs one of PostgreSQL's programs to its end.
final class PostgresProgram {
  private final PostgresSoftware software;

  PostgresProgram(PostgresSoftware software) {
    this.software = software;
  }

  /// @throws StartRefusedException with what the program said, when it fails
  void run(String program, List<String> arguments) throws IOException {
    Process process =
        new ProcessBuilder(command(program, arguments)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exit(process) != 0) {
      throw new StartRefusedException(
          "PostgreSQL's " + program + " failed: " + said.strip().replaceAll("\\s*\\R\\s*", " | "));
    }
  }

  /// PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
  private List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(software.program(program));
    command.addAll(arguments);
    return command;
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StartRefusedException("Interrupted while waiting for PostgreSQL.");
    }
  }
}

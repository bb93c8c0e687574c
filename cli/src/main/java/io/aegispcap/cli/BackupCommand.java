package io.aegispcap.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts a platform into a file.
@Command(
    name = "backup",
    description =
        "Writes everything a platform keeps, database and content, to one file; beside a running"
            + " platform too.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BackupArguments platform = new BackupArguments();

  @Parameters(paramLabel = "FILE", description = "A new file; a zip, whatever its name.")
  private Path file = Path.of("");

  @Option(
      names = "--leave-out-damaged",
      description =
          "Go on where content can't be read, and leave it out. Without this no backup is made"
              + " then. Exit code 1 when any was left out.")
  private boolean leaveOutDamaged;

  @Override
  public Integer call() {
    return platform.run(
        "aegis-backup",
        spec.commandLine(),
        file,
        leaveOutDamaged ? List.of("--leave-out-damaged") : List.of());
  }
}

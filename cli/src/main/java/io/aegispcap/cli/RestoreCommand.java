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

/// Makes a platform from a file.
@Command(
    name = "restore",
    description =
        "Brings a backup back, into an empty data directory and an empty database. A backup that is"
            + " damaged or cut short is refused, and nothing of it is restored.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BackupArguments platform = new BackupArguments();

  @Parameters(paramLabel = "FILE", description = "What aegis backup wrote.")
  private Path file = Path.of("");

  @Option(names = "--check", description = "Only read all of it, and say whether it is whole.")
  private boolean check;

  @Override
  public Integer call() {
    return platform.run(
        "aegis-restore", spec.commandLine(), file, check ? List.of("--check") : List.of());
  }
}

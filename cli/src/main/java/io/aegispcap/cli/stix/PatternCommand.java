package io.aegispcap.cli.stix;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Patterns.
@Command(
    name = "pattern",
    description = "Checks, compares and matches patterns.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class PatternCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private PatternCommand() {}

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new PatternCommand())
        .addSubcommand(new PatternCheckCommand(streams))
        .addSubcommand(new PatternMatchCommand(streams))
        .addSubcommand(new PatternEquivalentCommand(streams));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "which command? See aegis stix pattern --help");
  }
}

package io.aegispcap.cli.stix;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Markings.
@Command(
    name = "marking",
    description = "Reads and changes the markings of objects and of their parts.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class MarkingsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private MarkingsCommand() {}

  static CommandLine commandLine(Streams streams, InstantSource clock) {
    CommandLine commandLine = new CommandLine(new MarkingsCommand());
    for (MarkingAction action : MarkingAction.values()) {
      commandLine.addSubcommand(
          action.command(), MarkingCommand.commandLine(streams, action, clock));
    }
    return commandLine;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "which command? See aegis stix marking --help");
  }
}

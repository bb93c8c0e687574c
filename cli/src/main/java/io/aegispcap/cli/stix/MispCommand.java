package io.aegispcap.cli.stix;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// MISP's events.
@Command(
    name = "misp",
    description = "Converts events of MISP to STIX and back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class MispCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private MispCommand() {}

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new MispCommand())
        .addSubcommand(new MispImportCommand(streams))
        .addSubcommand(new MispExportCommand(streams));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis stix misp --help");
  }
}

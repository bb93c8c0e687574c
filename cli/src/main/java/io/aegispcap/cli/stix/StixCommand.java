package io.aegispcap.cli.stix;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// STIX content.
@Command(
    name = "stix",
    description = "Checks, names, changes and converts STIX 2.1 content, and matches its patterns.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class StixCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private StixCommand() {}

  /// With its commands.
  public static CommandLine commandLine(InputStream in, OutputStream out, InstantSource clock) {
    Streams streams = new Streams(in, out);
    return new CommandLine(new StixCommand())
        .addSubcommand(new ValidateCommand(streams))
        .addSubcommand(new IdCommand(streams))
        .addSubcommand(PatternCommand.commandLine(streams))
        .addSubcommand(new VersionCommand(streams, clock))
        .addSubcommand(new RevokeCommand(streams, clock))
        .addSubcommand(MarkingsCommand.commandLine(streams, clock))
        .addSubcommand(new FilterCommand(streams))
        .addSubcommand(MispCommand.commandLine(streams));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis stix --help");
  }
}

package io.aegispcap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `aegis` command. Exit codes: 0 done, 1 the input is bad, 2 wrong usage, 3 done and an alert
/// reached `--fail-on`, 70 our own fault.
@Command(
    name = "aegis",
    description = "Turns network captures into explained alerts.",
    mixinStandardHelpOptions = true,
    versionProvider = AegisVersion.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Aegis implements Callable<Integer> {

  /// Our own fault, as `EX_SOFTWARE` in BSD's sysexits.h.
  static final int OUR_FAULT = 70;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Aegis())
        .setExecutionExceptionHandler(Aegis::ourFault)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /// `aegis` alone is wrong usage.
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis --help");
  }

  private static int ourFault(
      Exception fault, CommandLine commandLine, CommandLine.ParseResult arguments) {
    commandLine.getErr().println("aegis: " + fault);
    return OUR_FAULT;
  }
}

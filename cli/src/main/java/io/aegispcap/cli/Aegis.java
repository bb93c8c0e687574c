package io.aegispcap.cli;

import io.aegispcap.cli.plugin.PluginCommand;
import io.aegispcap.cli.remote.AlertsCommand;
import io.aegispcap.cli.remote.CapturesCommand;
import io.aegispcap.cli.stix.StixCommand;
import java.nio.channels.Channels;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `aegis` command. Exit codes: 0 done, 1 the input is bad or an output cannot be written, 2
/// wrong usage, 3 done and an alert reached `--fail-on`, 70 our own fault.
@Command(
    name = "aegis",
    description = "Turns network captures into explained alerts.",
    mixinStandardHelpOptions = true,
    versionProvider = AegisVersion.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Aegis implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    // A library that logs finds no place to do so in commands: nobody needs to hear of that.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Console console = Console.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler(new Faults(console));
    System.exit(commandLine(console).execute(args));
  }

  static CommandLine commandLine(Console console) {
    CommandLine aegis =
        new CommandLine(new Aegis())
            .addSubcommand(new AnalyzeCommand(console))
            .addSubcommand(new FlowsCommand(console))
            .addSubcommand(new SliceCommand(console))
            .addSubcommand(new CalibrateCommand(console))
            .addSubcommand(new EvaluateCommand(console))
            .addSubcommand(new ServeCommand())
            .addSubcommand(new DemoCommand())
            .addSubcommand(new AuditCommand())
            .addSubcommand(new BackupCommand())
            .addSubcommand(new RestoreCommand())
            .addSubcommand(new CapturesCommand())
            .addSubcommand(new AlertsCommand())
            .addSubcommand(
                StixCommand.commandLine(
                    Channels.newInputStream(console.in()), console.out(), InstantSource.system()))
            .addSubcommand(PluginCommand.commandLine(InstantSource.system(), AegisVersion::number))
            .addSubcommand(new DoctorCommand())
            .addSubcommand(new CompletionCommand());
    return aegis
        .setExecutionExceptionHandler(new Faults(console))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, new DurationConverter())
        .setUsageHelpAutoWidth(false);
  }

  /// `aegis` alone is wrong usage.
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis --help");
  }
}

package io.aegispcap.cli.plugin;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Plugins.
@Command(
    name = "plugin",
    description = "Makes plugins, tries them in their cage, packs and signs them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class PluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private PluginCommand() {}

  /// With its commands.
  ///
  /// @param version of AegisPCAP, and of the plugin API
  public static CommandLine commandLine(InstantSource clock, Supplier<String> version) {
    return new CommandLine(new PluginCommand())
        .addSubcommand(new NewCommand(version))
        .addSubcommand(new RunCommand(clock, version))
        .addSubcommand(new CheckCommand(version))
        .addSubcommand(new PackCommand())
        .addSubcommand(new SignCommand())
        .addSubcommand(new VerifyCommand());
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis plugin --help");
  }
}

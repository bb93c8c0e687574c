package io.aegispcap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Looks at a platform's audit log from outside.
@Command(
    name = "audit",
    description = "Checks a platform's audit log.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis audit --help");
  }

  /// Reads the whole log.
  @Command(
      name = "verify",
      description =
          "Finds any entry that was altered or is missing; beside a running platform too. Exit code 1"
              + " when one is found.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private PlatformArguments platform = new PlatformArguments();

    @Override
    public Integer call() {
      List<String> arguments = new ArrayList<>(List.of(platform.data().toString()));
      platform.dbUrl().ifPresent(arguments::add);
      return PlatformArguments.platform("aegis-audit-verify")
          .run(
              spec.commandLine().getOut(),
              spec.commandLine().getErr(),
              arguments.toArray(String[]::new));
    }
  }
}

package io.aegispcap.cli.remote;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Alerts of a platform.
@Command(
    name = "alerts",
    description = "Shows the alerts of a platform.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AlertsCommand.ListAll.class)
public final class AlertsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis alerts --help");
  }

  /// Shows the inbox.
  @Command(
      name = "list",
      description = "Lists the alerts you may see, the most urgent first.",
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ServerArguments arguments = new ServerArguments();
    @Mixin private ListArguments listing = new ListArguments();

    @Override
    public Integer call() throws IOException {
      try (Server server = arguments.connect()) {
        listing.print(
            server,
            "/api/v1/alerts",
            spec.commandLine().getOut(),
            List.of("ID", "SEVERITY", "STATE", "ASSIGNEE", "CAPTURE", "WHAT HAPPENED"),
            alert ->
                List.of(
                    alert.at("id").text(),
                    alert.at("severity").text(),
                    alert.at("state").text(),
                    alert.at("assignee").text(),
                    alert.at("capture").at("name").text(),
                    alert.at("message").text()));
      }
      return 0;
    }
  }
}

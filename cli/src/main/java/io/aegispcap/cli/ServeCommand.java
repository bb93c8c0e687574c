package io.aegispcap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs the platform.
@Command(
    name = "serve",
    description = "Runs the platform: a place for a team's captures and alerts.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      description = "Where to listen; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Which of this machine's addresses to listen on. Default: ${DEFAULT-VALUE}, so that only"
              + " this machine sees it.")
  private String address = "127.0.0.1";

  @Mixin private PlatformArguments platform = new PlatformArguments();

  @Override
  public Integer call() {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to 65535, not " + port);
    }
    return PlatformArguments.platform("aegis-serve")
        .run(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            settings().toArray(String[]::new));
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=" + port);
    settings.add("--server.address=" + address);
    settings.add("--aegis.data=" + platform.data());
    platform.dbUrl().ifPresent(url -> settings.add("--aegis.db-url=" + url));
    return settings;
  }
}

package io.aegispcap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  @Option(names = "--port", description = "Where to listen; 0 takes any free one. Default: 8080.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Which of this machine's addresses to listen on. Default: 127.0.0.1, so that only this"
              + " machine sees it.")
  private Optional<String> address = Optional.empty();

  @Mixin private PlatformArguments platform = new PlatformArguments();

  @Override
  public Integer call() {
    if (port.filter(given -> given < 0 || given > LAST_PORT).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to 65535, not " + port.get());
    }
    return PlatformArguments.platform("aegis-serve")
        .run(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            settings().toArray(String[]::new));
  }

  /// Only what was given: the rest may come from the environment or a file.
  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    port.ifPresent(given -> settings.add("--server.port=" + given));
    address.ifPresent(given -> settings.add("--server.address=" + given));
    platform.givenData().ifPresent(folder -> settings.add("--aegis.data=" + folder));
    platform.dbUrl().ifPresent(url -> settings.add("--aegis.db-url=" + url));
    return settings;
  }
}

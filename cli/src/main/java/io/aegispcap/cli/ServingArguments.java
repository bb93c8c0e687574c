package io.aegispcap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How a platform runs.
final class ServingArguments {
  private static final int LAST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

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

  /// Runs it until it is told to stop.
  ///
  /// @param more settings, as `--name=value`
  int run(String... more) {
    if (port.filter(given -> given < 0 || given > LAST_PORT).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to 65535, not " + port.get());
    }
    List<String> settings = given();
    settings.addAll(List.of(more));
    CommandLine command = spec.commandLine();
    return PlatformArguments.platform("aegis-serve")
        .run(command.getOut(), command.getErr(), settings.toArray(String[]::new));
  }

  /// Only what was given: the rest may come from the environment or a file.
  private List<String> given() {
    List<String> settings = new ArrayList<>();
    port.ifPresent(given -> settings.add("--server.port=" + given));
    address.ifPresent(given -> settings.add("--server.address=" + given));
    platform.givenData().ifPresent(folder -> settings.add("--aegis.data=" + folder));
    platform.dbUrl().ifPresent(url -> settings.add("--aegis.db-url=" + url));
    return settings;
  }
}

package io.aegispcap.cli;

import io.aegispcap.cli.plugin.CageArguments;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /// How the log is written.
  private enum LogFormat {
    TEXT,
    JSON
  }

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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A file of settings, name=value, as the configuration reference lists them.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = "text, or json: a line for each event in the Elastic Common Schema.")
  private Optional<LogFormat> logFormat = Optional.empty();

  @Mixin private CageArguments cage = new CageArguments();

  @Mixin private PlatformArguments platform = new PlatformArguments();

  /// Runs it until it is told to stop.
  ///
  /// @param more settings, as `--name=value`
  int run(String... more) {
    if (port.filter(given -> given < 0 || given > LAST_PORT).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to 65535, not " + port.get());
    }
    if (config.filter(file -> !Files.isReadable(file)).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--config names no file that can be read: " + config.get());
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
    config.ifPresent(file -> settings.add("--spring.config.additional-location=" + file.toUri()));
    if (cage.trusting()) {
      settings.add("--aegis.plugins.trust-unsandboxed=true");
    }
    logFormat.ifPresent(
        format ->
            settings.add(
                "--logging.structured.format.console=" + (format == LogFormat.JSON ? "ecs" : "")));
    return settings;
  }
}

package io.aegispcap.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs the platform. It is looked up by name: only the launcher of this command puts it on the
/// class path, so that other commands start without it.
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

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to keep everything. Default: $XDG_DATA_HOME/aegispcap.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description =
          "A PostgreSQL server to use instead of our own: jdbc:postgresql://host:5432/aegis. Name and"
              + " password: AEGIS_DB_USER, AEGIS_DB_PASSWORD.")
  private Optional<String> dbUrl = Optional.empty();

  @Override
  public Integer call() {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to 65535, not " + port);
    }
    ToolProvider platform =
        ToolProvider.findFirst("aegis-serve")
            .orElseThrow(() -> new IllegalStateException("the platform is not on the class path"));
    return platform.run(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        settings().toArray(String[]::new));
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=" + port);
    settings.add("--server.address=" + address);
    data.ifPresent(folder -> settings.add("--aegis.data=" + folder.toAbsolutePath()));
    dbUrl.ifPresent(url -> settings.add("--aegis.db-url=" + url));
    return settings;
  }
}

package io.aegispcap.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.spi.ToolProvider;
import picocli.CommandLine.Option;

/// Where a platform keeps things. The platform is looked up by name: only the launcher of commands
/// that need it puts it on the class path, so that the others start without it.
final class PlatformArguments {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the platform keeps everything. Default: $XDG_DATA_HOME/aegispcap.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description =
          "A PostgreSQL server to use instead of our own: jdbc:postgresql://host:5432/aegis. Name and"
              + " password go into the URL, or into AEGIS_DB_USER and AEGIS_DB_PASSWORD.")
  private Optional<String> dbUrl = Optional.empty();

  /// The data directory, the usual one when none was given.
  Path data() {
    return givenData().orElseGet(PlatformArguments::usual);
  }

  Optional<Path> givenData() {
    return data.map(Path::toAbsolutePath);
  }

  Optional<String> dbUrl() {
    return dbUrl;
  }

  static ToolProvider platform(String tool) {
    return ToolProvider.findFirst(tool)
        .orElseThrow(() -> new IllegalStateException("the platform is not on the class path"));
  }

  /// As the XDG Base Directory Specification says.
  private static Path usual() {
    String home = System.getenv().getOrDefault("XDG_DATA_HOME", "");
    Path base =
        home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(home);
    return base.resolve("aegispcap");
  }
}

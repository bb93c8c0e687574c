package io.aegispcap.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Where a platform keeps things, by whatever the platform itself would be told.
final class BackupArguments {

  @Mixin private PlatformArguments platform = new PlatformArguments();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The file of settings that the platform is run with, if any.")
  private Optional<Path> config = Optional.empty();

  int run(String tool, CommandLine command, Path file, List<String> more) {
    if (config.filter(settings -> !Files.isReadable(settings)).isPresent()) {
      throw new ParameterException(
          command, "--config names no file that can be read: " + config.get());
    }
    List<String> arguments = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
    platform.givenData().ifPresent(folder -> arguments.add("--aegis.data=" + folder));
    platform.dbUrl().ifPresent(url -> arguments.add("--aegis.db-url=" + url));
    config.ifPresent(
        settings -> arguments.add("--spring.config.additional-location=" + settings.toUri()));
    arguments.addAll(more);
    return PlatformArguments.platform(tool)
        .run(command.getOut(), command.getErr(), arguments.toArray(String[]::new));
  }
}

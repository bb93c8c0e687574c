package io.aegispcap.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs a platform that has something to show.
@Command(
    name = "demo",
    description =
        "Runs the platform, filled with the sample captures and three people, and says where to look."
            + " Only in a place that nobody uses yet, or that a demonstration filled before.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ServingArguments serving = new ServingArguments();

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "A folder of captures to fill it with. Default: the samples of AegisPCAP.")
  private Path samples = Path.of(System.getProperty("aegis.samples", "samples"));

  @Override
  public Integer call() {
    if (!Files.isDirectory(samples)) {
      throw new ParameterException(
          spec.commandLine(), samples + " is no folder: name one with captures by --samples");
    }
    return serving.run("--aegis.demo=" + samples.toAbsolutePath());
  }
}

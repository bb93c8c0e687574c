package io.aegispcap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs the platform.
@Command(
    name = "serve",
    description = "Runs the platform: a place for a team's captures and alerts.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private ServingArguments serving = new ServingArguments();

  @Override
  public Integer call() {
    return serving.run();
  }
}

package io.aegispcap.cli;

import io.aegispcap.analysis.report.AnalysisOptions;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Which networks are ours; alerts depend on it.
final class HomeArguments {
  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--home-net",
      paramLabel = "CIDR",
      description = "Networks that are inside; repeatable. Default: private and link-local ones.")
  private List<String> home = List.of();

  /// @throws ParameterException when an option cannot be understood
  AnalysisOptions options(CaptureArguments arguments) {
    AnalysisOptions options = new AnalysisOptions(arguments.read(), arguments.engine(), home);
    try {
      options.homeNetworks();
    } catch (IllegalArgumentException noNetwork) {
      throw new ParameterException(
          spec.commandLine(), "--home-net: " + noNetwork.getMessage(), noNetwork);
    }
    return options;
  }
}

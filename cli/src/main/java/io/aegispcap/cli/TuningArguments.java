package io.aegispcap.cli;

import io.aegispcap.analysis.tuning.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// What is known of the network.
final class TuningArguments {
  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--allow",
      paramLabel = "FILE",
      description = "What is allowed, with reasons, and devices: one JSON object a line.")
  private Optional<Path> allow = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "HOST=KIND",
      description =
          "What a host or network is: iot, scanner or mail-server; what they do by nature is"
              + " information. Repeatable.")
  private List<String> devices = List.of();

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description = "What is usual in this network, as aegis calibrate wrote it.")
  private Optional<Path> calibration = Optional.empty();

  /// Files that are read.
  List<String> files() {
    return Stream.of(allow, calibration).flatMap(Optional::stream).map(Path::toString).toList();
  }

  /// @throws ParameterException when a device cannot be understood
  Tuning read() throws IOException {
    try {
      LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
      return Tuning.read(allow, devices, calibration, today);
    } catch (IllegalArgumentException noDevice) {
      throw new ParameterException(
          spec.commandLine(), "--device: " + noDevice.getMessage(), noDevice);
    }
  }
}

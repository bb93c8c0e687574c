package io.aegispcap.cli;

import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.flow.VlanKey;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Which captures are read, and how packets become flows.
final class CaptureArguments {
  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CAPTURE",
      arity = "1..*",
      description =
          "pcap or pcapng, plain or in gzip or zstd; - reads standard input. Several are merged in"
              + " time order.")
  private List<String> captures = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "1 to 64; one for each processor by default. Results do not depend on it.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--max-flows",
      paramLabel = "N",
      description = "Flows held at once; beyond it the idlest end early. Default: by heap size.")
  private Optional<Long> maxFlows = Optional.empty();

  @Option(
      names = "--idle-timeout",
      paramLabel = "TIME",
      description = "A flow silent for longer ends: seconds, or 90s, 2m, 1h. Default: 120s.")
  private Optional<Duration> idle = Optional.empty();

  @Option(
      names = "--active-timeout",
      paramLabel = "TIME",
      description = "A flow that lasts longer is cut in two. Default: 30m.")
  private Optional<Duration> active = Optional.empty();

  @Option(
      names = "--vlan-key",
      paramLabel = "WHEN",
      description = "Whether VLANs keep flows apart: ${COMPLETION-CANDIDATES}. Default: collision.")
  private VlanKey vlanKey = VlanKey.COLLISION;

  @Option(names = "--no-decapsulate", description = "Take tunnels for flows of their own.")
  private boolean keepTunnels;

  @Option(names = "--lenient", description = "Read on behind corrupt bytes, and say what is lost.")
  private boolean lenient;

  @Option(names = "--quiet", description = "Neither progress nor notices.")
  private boolean quiet;

  List<String> captures() {
    return captures;
  }

  boolean quiet() {
    return quiet;
  }

  ReadOptions read() {
    return lenient ? ReadOptions.DEFAULT.asLenient() : ReadOptions.DEFAULT;
  }

  /// @throws ParameterException when a number is out of range
  EngineOptions engine() {
    EngineOptions engine = EngineOptions.defaults();
    try {
      FlowOptions flows = engine.flows().withVlanKey(vlanKey);
      flows = idle.map(flows::withIdle).orElse(flows);
      flows = active.map(flows::withActive).orElse(flows);
      flows = maxFlows.map(flows::withMaxFlows).orElse(flows);
      engine = engine.withFlows(flows);
      engine = threads.map(engine::withThreads).orElse(engine);
    } catch (IllegalArgumentException outOfRange) {
      throw new ParameterException(
          spec.commandLine(), String.valueOf(outOfRange.getMessage()), outOfRange);
    }
    return keepTunnels ? engine.withDecode(DecodeOptions.DEFAULT.withoutDecapsulation()) : engine;
  }
}

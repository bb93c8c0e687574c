package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.PluginKind;
import io.aegispcap.plugin.PluginMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sandboxes for plugins that were compiled by a test.
final class Trials {
  static final PluginMetadata METADATA =
      new PluginMetadata("test/trial", "1.0.0", PluginKind.DETECTOR);

  /// What plugins run on: an image, where the running Java can make one.
  private static final CageRuntime RUNTIME = runtime();

  final List<PluginFailure> failures = new ArrayList<>();
  private final Confinement confinement = Confinement.ofThisMachine();

  private static CageRuntime runtime() {
    CageRuntime plain = CageRuntime.ofThisProgram();
    CageImage image = CageImage.ofThisUser(plain);
    try {
      return image.possible() ? image.make() : plain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As plugins run in programs, but for the time of an answer.
  static PluginSandbox.Setup setup(Duration wall) {
    return PluginSandbox.Setup.ofThisMachine(InstantSource.system())
        .withRuntime(RUNTIME)
        .withLimits(SandboxLimits.defaults().withWall(wall));
  }

  PluginSandbox sandbox(Path file, SandboxLimits limits, String... capabilities) {
    return sandbox(plugin(file, capabilities), limits);
  }

  PluginSandbox sandbox(CagedPlugin plugin, SandboxLimits limits) {
    return new PluginSandbox(
        new PluginSandbox.Setup(
            RUNTIME,
            confinement,
            limits,
            new SuspensionPolicy(100, Duration.ofHours(1)),
            HttpCalls.NONE,
            failures::add,
            InstantSource.system()),
        plugin);
  }

  static CagedPlugin plugin(Path file, String... capabilities) {
    Set<Capability> granted =
        Stream.of(capabilities)
            .map(text -> Capability.of(text).orElseThrow())
            .collect(Collectors.toSet());
    return new CagedPlugin(
        METADATA,
        List.of(file),
        "evil.Trial",
        granted,
        new ToChild.Declared(
            Set.of("rule"), Set.of("odd"), Set.of("note"), Map.of("seen", MetricKind.COUNTER)),
        Map.of("greeting", "hello"),
        Map.of(),
        List.of());
  }

  /// Flows numbered from 0 on.
  static FlowBatch flows(int count) {
    return new FlowBatch(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Flow.Builder(i)
                        .source("10.0.0." + i % 250, 40_000 + i)
                        .destination("192.0.2.1", 443)
                        .build())
            .toList());
  }
}

package io.aegispcap.cli.plugin;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.running.Farewell;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.PluginSandbox;
import io.aegispcap.extension.sandbox.RehearsedCalls;
import io.aegispcap.extension.sandbox.SandboxLimits;
import io.aegispcap.plugin.Capability;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tries a plugin on a capture, in its cage: nothing of it has to be trusted.
@Command(
    name = "run",
    description = "Runs a plugin in its cage on captures, and says what it found and what it cost.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final InstantSource clock;
  private final Supplier<String> version;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TARGET", description = "Package, or folder of a built project.")
  private Path place = Path.of("");

  @Option(
      names = "--on",
      required = true,
      arity = "1..*",
      paramLabel = "CAPTURE",
      description = "Captures to show it, merged in time order.")
  private List<String> captures = List.of();

  @Option(
      names = "--with",
      paramLabel = "PACKAGE",
      description = "Package that it needs, or that one of those needs; repeatable.")
  private List<Path> others = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Settings of the plugin; repeatable.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--deny",
      paramLabel = "CAPABILITY",
      description = "Does not grant this, though the plugin asks for it; repeatable.")
  private List<String> denied = List.of();

  @Option(
      names = "--heap",
      paramLabel = "MIB",
      description = "Memory for its objects. Default: 128.")
  private int heap = SandboxLimits.defaults().heap();

  @Mixin private CageArguments cage = new CageArguments();

  RunCommand(InstantSource clock, Supplier<String> version) {
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    try (Target target = Target.open(place)) {
      Manifest manifest = target.extension().manifest();
      PrintWriter out = spec.commandLine().getOut();
      GivenPackages given = GivenPackages.open(others);
      given.add(target.extension());
      RunningPlugin.Start start =
          new RunningPlugin.Start(
              manifest,
              given.files(target.extension()),
              granted(manifest),
              checked(manifest),
              Map.of());
      RehearsedCalls calls = new RehearsedCalls();
      PrintWriter err = spec.commandLine().getErr();
      PluginSandbox.Setup setup =
          cage.setup(clock, said -> err.println("aegis: note: " + said))
              .withLimits(limits())
              .withHttp(calls);
      err.flush();
      try (RunningPlugin plugin = RunningPlugin.of(start, setup)) {
        List<Alert> alerts =
            new Analysis(AnalysisOptions.defaults(), version.get())
                .plugin(plugin)
                .run(captures)
                .alerts();
        PluginOutcome outcome = Farewell.of(List.of(plugin), alerts).getFirst();
        new RunReport(out, outcome).print(alerts, calls.made());
        out.flush();
        return outcome.failures().isEmpty() ? 0 : FAILED;
      }
    }
  }

  private SandboxLimits limits() {
    try {
      return SandboxLimits.defaults().withHeap(heap);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--heap: " + e.getMessage(), e);
    }
  }

  private Set<Capability> granted(Manifest manifest) {
    Set<Capability> granted = new HashSet<>(manifest.capabilities());
    for (String text : denied) {
      Capability capability =
          Capability.of(text)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "--deny: there is no capability " + text));
      granted.remove(capability);
    }
    return granted;
  }

  private Map<String, String> checked(Manifest manifest) {
    for (String name : settings.keySet()) {
      if (!manifest.defaults().containsKey(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "--set: the plugin has no setting "
                + name
                + "; it has "
                + manifest.defaults().keySet());
      }
    }
    return settings;
  }
}

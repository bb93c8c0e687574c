package io.aegispcap.cli.plugin;

import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.PluginSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Plugins that look at an analysis from their cages.
public final class CagedPlugins implements AutoCloseable {
  private final List<RunningPlugin> running;

  private CagedPlugins(List<RunningPlugin> running) {
    this.running = running;
  }

  /// @throws IOException when one is no package, or this machine can't confine plugins; says why
  public static CagedPlugins open(List<Path> files, InstantSource clock) throws IOException {
    List<RunningPlugin> running = new ArrayList<>();
    PluginSandbox.Setup setup = PluginSandbox.Setup.ofThisMachine(clock);
    if (!files.isEmpty() && !setup.confinement().enforced()) {
      throw new IOException(
          "plugins are refused here: " + String.join("; ", setup.confinement().missing()));
    }
    for (Path file : files) {
      try {
        ExtensionPackage extension = ExtensionPackage.open(file);
        running.add(
            RunningPlugin.of(
                RunningPlugin.Start.asAsked(extension.manifest(), extension.file()), setup));
      } catch (InvalidPackageException e) {
        throw new IOException(Target.text(file, e.faults()), e);
      }
    }
    return new CagedPlugins(running);
  }

  /// Has them look.
  public void join(Analysis analysis) {
    running.forEach(analysis::plugin);
  }

  /// Has them clean up.
  ///
  /// @return what should be known of them: which failed, and why
  public List<String> finish() {
    List<String> notices = new ArrayList<>();
    for (RunningPlugin plugin : running) {
      PluginOutcome outcome = plugin.finish();
      String name = outcome.manifest().id() + " " + outcome.manifest().version();
      outcome
          .failures()
          .forEach(
              failure ->
                  notices.add(
                      "plugin "
                          + name
                          + " failed ("
                          + failure.cause().label()
                          + "): "
                          + Lines.harmless(failure.message())));
    }
    return notices;
  }

  @Override
  public void close() {
    running.forEach(RunningPlugin::close);
  }
}

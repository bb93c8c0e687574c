package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.extension.sandbox.HttpCalls;
import io.aegispcap.extension.sandbox.HttpGate;
import io.aegispcap.extension.sandbox.PluginSandbox;
import io.aegispcap.extension.sandbox.SandboxLimits;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.plugin.Capability;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Puts plugins into their cages.
@Component
@EnableConfigurationProperties(PluginSettings.class)
public class Cages {
  private final Blobs blobs;
  private final PluginSandbox.Setup setup;
  private final HttpCalls gate;

  Cages(Blobs blobs, PluginSettings settings, InstantSource clock) {
    this.blobs = blobs;
    gate = new HttpGate(settings.insideHosts(), clock);
    setup =
        PluginSandbox.Setup.ofThisMachine(clock)
            .withLimits(
                new SandboxLimits(
                    settings.heap(), settings.cpu(), settings.answer(), settings.output()));
  }

  /// What this machine can enforce.
  public Confinement confinement() {
    return setup.confinement();
  }

  /// An installed one, with what was granted, set and kept; its calls are made.
  RunningPlugin installed(HeldPlugin plugin) throws IOException {
    return RunningPlugin.of(
        new RunningPlugin.Start(
            plugin.manifest(),
            List.of(blobs.file(plugin.content())),
            plugin.granted(),
            plugin.settings(),
            plugin.kept()),
        setup.withHttp(gate));
  }

  /// One on trial, with these capabilities, its own settings and an empty store; `calls` takes what
  /// it would post.
  public RunningPlugin onTrial(HeldPlugin plugin, Set<Capability> granted, HttpCalls calls)
      throws IOException {
    return RunningPlugin.of(
        new RunningPlugin.Start(
            plugin.manifest(), List.of(blobs.file(plugin.content())), granted, Map.of(), Map.of()),
        setup.withHttp(calls));
  }
}

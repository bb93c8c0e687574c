package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.extension.sandbox.HttpCalls;
import io.aegispcap.extension.sandbox.HttpGate;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.PluginSandbox;
import io.aegispcap.extension.sandbox.SandboxLimits;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.StoredPackages;
import io.aegispcap.plugin.Capability;
import java.io.IOException;
import java.nio.file.Path;
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
  ///
  /// @throws io.aegispcap.platform.blobs.DamagedBlobException when its package is not what was
  ///   checked
  RunningPlugin installed(HeldPlugin plugin) throws IOException {
    return RunningPlugin.of(
        start(plugin).with(List.of(checked(plugin.content()))), setup.withHttp(gate));
  }

  /// Why an installed one could not be caged; it is as if it had failed.
  PluginOutcome failed(HeldPlugin plugin, IOException why) {
    PluginFailure failure =
        new PluginFailure(
            plugin.manifest().id(),
            plugin.manifest().version(),
            PluginFailure.Cause.NOT_STARTED,
            String.valueOf(why.getMessage()),
            0,
            setup.clock().instant(),
            List.of());
    setup.failures().accept(failure);
    return PluginOutcome.notStarted(start(plugin), failure, StoredPackages.lost(why));
  }

  private static RunningPlugin.Start start(HeldPlugin plugin) {
    return new RunningPlugin.Start(
        plugin.manifest(), List.of(), plugin.granted(), plugin.settings(), plugin.kept());
  }

  /// One on trial, with these capabilities, its own settings and an empty store; `calls` takes what
  /// it would post.
  public RunningPlugin onTrial(HeldPlugin plugin, Set<Capability> granted, HttpCalls calls)
      throws IOException {
    return RunningPlugin.of(
        new RunningPlugin.Start(
            plugin.manifest(), List.of(checked(plugin.content())), granted, Map.of(), Map.of()),
        setup.withHttp(calls));
  }

  /// A disk does not tell when it changes a byte: what runs is to be what was checked.
  private Path checked(BlobId content) throws IOException {
    Path file = blobs.file(content);
    StoredPackages.verify(content, file);
    return file;
  }
}

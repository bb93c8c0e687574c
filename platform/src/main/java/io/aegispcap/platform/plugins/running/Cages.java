package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.CageImage;
import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.extension.sandbox.HttpCalls;
import io.aegispcap.extension.sandbox.HttpGate;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.PluginSandbox;
import io.aegispcap.extension.sandbox.SandboxLimits;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginDependencies;
import io.aegispcap.platform.plugins.StoredPackages;
import io.aegispcap.plugin.Capability;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts plugins into their cages.
@Component
public class Cages {
  private static final Logger LOG = LoggerFactory.getLogger(Cages.class);

  private final Blobs blobs;
  private final PluginDependencies dependencies;
  private final HttpCalls gate;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile PluginSandbox.Setup setup;

  Cages(
      Blobs blobs,
      PluginDependencies dependencies,
      Confinement confinement,
      PluginSettings settings,
      InstantSource clock) {
    this.blobs = blobs;
    this.dependencies = dependencies;
    gate = new HttpGate(settings.insideHosts(), clock);
    setup =
        PluginSandbox.Setup.ofThisMachine(clock)
            .withConfinement(confinement)
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
  /// @throws IOException when something that it needs is not here
  RunningPlugin installed(HeldPlugin plugin) throws IOException {
    List<Path> packages = packages(plugin, dependencies.installed(plugin));
    return RunningPlugin.of(start(plugin).with(packages), setup().withHttp(gate));
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
  ///
  /// @throws IOException when something that it needs is not here
  public RunningPlugin onTrial(HeldPlugin plugin, Set<Capability> granted, HttpCalls calls)
      throws IOException {
    List<Path> packages = packages(plugin, dependencies.offered(plugin));
    return RunningPlugin.of(
        new RunningPlugin.Start(plugin.manifest(), packages, granted, Map.of(), Map.of()),
        setup().withHttp(calls));
  }

  private List<Path> packages(HeldPlugin plugin, List<HeldPlugin> needed) throws IOException {
    List<Path> packages = new ArrayList<>();
    packages.add(checked(plugin.content()));
    for (HeldPlugin other : needed) {
      packages.add(checked(other.content()));
    }
    return packages;
  }

  /// A disk does not tell when it changes a byte: what runs is to be what was checked.
  private Path checked(BlobId content) throws IOException {
    Path file = blobs.file(content);
    StoredPackages.verify(content, file);
    return file;
  }

  /// At first use a runtime in which plugins start faster is looked for, and made when it is not
  /// there: nobody waits for it.
  private PluginSandbox.Setup setup() {
    if (!asked.getAndSet(true)) {
      Thread.ofPlatform().name("cage-image").daemon().start(this::quicken);
    }
    return setup;
  }

  private void quicken() {
    CageImage image = CageImage.ofThisUser(setup.runtime());
    try {
      if (image.possible()) {
        setup = setup.withRuntime(image.make());
      }
    } catch (IOException e) {
      LOG.warn("Plugins start slowly, since no runtime can be made for them: {}", e.getMessage());
    }
  }
}

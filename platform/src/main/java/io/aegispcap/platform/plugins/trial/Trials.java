package io.aegispcap.platform.plugins.trial;

import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.Jobs;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginId;
import io.aegispcap.platform.plugins.PluginManager;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Trials: anybody may try any package on a capture that they may see.
@Service
public class Trials {
  private final PluginManager plugins;
  private final Confinement confinement;
  private final Captures captures;
  private final TrialStore store;
  private final Jobs jobs;
  private final Deeds deeds;
  private final InstantSource clock;

  Trials(
      PluginManager plugins,
      Confinement confinement,
      Captures captures,
      TrialStore store,
      Jobs jobs,
      Deeds deeds,
      InstantSource clock) {
    this.plugins = plugins;
    this.confinement = confinement;
    this.captures = captures;
    this.store = store;
    this.jobs = jobs;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// @throws ProblemException NOT_FOUND without plugin or capture; CONFLICT when a check failed
  @Transactional
  public Trial ask(Caller.Person caller, PluginId id, CaptureId captureId) {
    HeldPlugin plugin = plugins.require(id);
    Capture capture = captures.require(captureId, caller);
    if (confinement.unsandboxed() && !caller.may(Permission.MAINTAIN)) {
      throw new ProblemException(
          ProblemType.Common.FORBIDDEN,
          "Plugins run without a cage here: only maintainers may try what nobody trusts yet.");
    }
    if (plugin.failed()) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT, "A check of this package failed: it runs nowhere.");
    }
    TrialId trial = new TrialId(UUID.randomUUID());
    JobId job =
        jobs.submit(
            new JobRequest(
                TryPlugin.KIND,
                caller.id(),
                "Trying %s on %s".formatted(plugin.manifest().id(), capture.name()),
                "/plugins/" + id + "/trials/" + trial,
                new TryPlugin.Arguments(
                    trial.value(), capture.content().sha256(), capture.name(), capture.size())));
    Trial asked =
        new Trial(trial, id, captureId, caller.id(), clock.instant(), job, Optional.empty());
    store.add(asked);
    deeds.record(caller, "plugin.try", id.toString(), Map.of("capture", captureId.toString()));
    return asked;
  }

  /// @throws ProblemException NOT_FOUND when it is not there, or about a capture that the caller
  ///   may not see
  public Trial require(Caller.Person caller, PluginId plugin, TrialId id) {
    Trial trial =
        store
            .find(id)
            .filter(found -> found.plugin().equals(plugin))
            .orElseThrow(() -> ProblemException.notFound("trial " + id));
    captures.require(trial.capture(), caller);
    return trial;
  }

  /// How far it is. What came of it is kept together with the end of its job: when that came after
  /// the trial was read, it is read once more.
  public Tried tried(Trial trial) {
    Optional<Job> job = trial.outcome().isPresent() ? Optional.empty() : jobs.find(trial.job());
    Tried tried = new Tried(trial, job);
    return trial.outcome().isPresent() || tried.underWay()
        ? tried
        : new Tried(store.find(trial.id()).orElse(trial), job);
  }

  /// Those of the caller's own, the latest first.
  public List<Tried> own(Caller.Person caller, PluginId plugin, int most) {
    return store.of(plugin, 10 * most).stream()
        .filter(trial -> trial.askedBy().equals(caller.id()))
        .limit(most)
        .map(this::tried)
        .toList();
  }
}

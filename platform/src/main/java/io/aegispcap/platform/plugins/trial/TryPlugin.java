package io.aegispcap.platform.plugins.trial;

import io.aegispcap.analysis.pipeline.Progress;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.capture.file.MalformedCaptureException;
import io.aegispcap.extension.running.Farewell;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.RehearsedCalls;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.captures.Version;
import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobFailedException;
import io.aegispcap.platform.jobs.JobHandler;
import io.aegispcap.platform.jobs.JobRun;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.Plugins;
import io.aegispcap.platform.plugins.running.Cages;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/// Runs a plugin on a capture and keeps what it said; nothing else changes, and nothing is posted.
@Component
class TryPlugin implements JobHandler {
  static final String KIND = "plugins.try";

  private final TrialStore trials;
  private final Plugins plugins;
  private final Blobs blobs;
  private final Cages cages;

  TryPlugin(TrialStore trials, Plugins plugins, Blobs blobs, Cages cages) {
    this.trials = trials;
    this.plugins = plugins;
    this.blobs = blobs;
    this.cages = cages;
  }

  /// @param trial its id
  /// @param content SHA-256 of the capture
  /// @param name of the capture
  /// @param size of the capture in bytes
  record Arguments(UUID trial, String content, String name, long size) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobEffect run(JobRun job) throws IOException, JobFailedException {
    Arguments about = job.arguments(Arguments.class);
    TrialId id = new TrialId(about.trial());
    Trial trial = trials.find(id).orElseThrow(TryPlugin::gone);
    HeldPlugin plugin = plugins.find(trial.plugin()).orElseThrow(TryPlugin::gone);
    RehearsedCalls calls = new RehearsedCalls();
    try (RunningPlugin running = caged(plugin, calls)) {
      Analysis analysis =
          new Analysis(AnalysisOptions.defaults(), Version.number())
              .plugin(running)
              .report(progress(job, about.size()));
      RunSummary summary = analysis.run(blobs.file(new BlobId(about.content())), about.name());
      PluginOutcome outcome = Farewell.of(List.of(running), summary.alerts()).getFirst();
      TrialOutcome said =
          TrialWords.of(
              summary.alerts(),
              outcome,
              analysis.charts(summary, outcome.shownMetrics()),
              calls.made());
      return () -> trials.done(id, said);
    } catch (MalformedCaptureException e) {
      throw new JobFailedException(String.valueOf(e.getMessage()), e);
    } catch (DamagedBlobException | MissingBlobException e) {
      throw new JobFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private RunningPlugin caged(HeldPlugin plugin, RehearsedCalls calls) throws JobFailedException {
    try {
      return cages.onTrial(plugin, plugin.manifest().capabilities(), calls);
    } catch (IOException e) { // damaged, or something that it needs is not here
      throw new JobFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Progress progress(JobRun job, long bytesInAll) {
    double size = Math.max(1, bytesInAll);
    return (packets, bytes) -> {
      if (job.cancelled()) {
        throw new CancellationException("the trial was cancelled");
      }
      job.progress(Math.min(1, bytes / size), packets + " packets read");
    };
  }

  private static JobFailedException gone() {
    return new JobFailedException("Plugin or capture were deleted before the trial began.");
  }
}

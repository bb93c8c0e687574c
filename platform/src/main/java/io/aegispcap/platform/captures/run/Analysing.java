package io.aegispcap.platform.captures.run;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.Analyses;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Has captures analysed, and knows how far each analysis is.
@Service
public class Analysing implements Analyses {
  private final AnalysisStore store;
  private final Jobs jobs;
  private final InstantSource clock;

  Analysing(AnalysisStore store, Jobs jobs, InstantSource clock) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// Whether the person may is asked before.
  ///
  /// @throws ProblemException CONFLICT while another one is under way
  @Transactional
  public AnalysisId request(Capture capture, AnalysisSettings settings, PersonId by) {
    store.lock(capture.id());
    if (store.of(capture.id()).stream().anyMatch(run -> !standing(run).ended())) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          "This capture is being analysed. Wait until that is done, or cancel it.");
    }
    AnalysisId id = new AnalysisId(UUID.randomUUID());
    JobId job =
        jobs.submit(
            new JobRequest(
                AnalyzeCapture.KIND,
                by,
                "Analyse " + capture.name(),
                "/captures/" + capture.id(),
                new AnalyzeCapture.Arguments(id.value())));
    store.insert(id, capture.id(), job, settings, by, clock.instant());
    return id;
  }

  /// All of a capture, the one asked for last first.
  public List<AnalysisRun> all(CaptureId capture) {
    return store.of(capture);
  }

  /// @throws ProblemException NOT_FOUND when the capture has no such analysis
  public AnalysisRun require(CaptureId capture, AnalysisId id) {
    return store
        .find(id)
        .filter(run -> run.capture().equals(capture))
        .orElseThrow(() -> ProblemException.notFound("analysis " + id + " of this capture"));
  }

  /// As far as it was when it was read. One that ended without success may be under way again: only
  /// its job knows.
  public Standing standing(AnalysisRun run) {
    Optional<Job> job = run.done() ? Optional.empty() : jobs.find(run.job());
    return job.map(found -> Standing.of(run, found)).orElseGet(() -> Standing.ended(run));
  }

  public void cancel(AnalysisRun run) {
    jobs.cancel(run.job());
  }

  /// Once more, with the same settings.
  ///
  /// @throws ProblemException CONFLICT when it did not fail and was not cancelled
  public void retry(AnalysisRun run) {
    JobState state = standing(run).state();
    if (state != JobState.FAILED && state != JobState.CANCELLED) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT, "Only what failed or was cancelled can be tried again.");
    }
    jobs.retry(run.job());
  }

  /// Before the capture goes for good.
  public void cancelAll(CaptureId capture) {
    store.of(capture).stream().filter(run -> !run.done()).forEach(this::cancel);
  }

  @Override
  public Optional<Analysis> latest(CaptureId capture) {
    return shown(store.of(capture));
  }

  /// The one of a capture's that is shown: what was read of them once says one thing.
  ///
  /// @param runs all of a capture, the one asked for last first
  public static Optional<Analysis> shown(List<AnalysisRun> runs) {
    return runs.stream().flatMap(run -> run.published().stream()).findFirst();
  }

  /// As [#latest].
  public Optional<AnalysisRun> latestRun(CaptureId capture) {
    return store.of(capture).stream().filter(AnalysisRun::done).findFirst();
  }

  @Override
  public Optional<Analysis> find(AnalysisId id) {
    return store.find(id).flatMap(AnalysisRun::published);
  }
}

package io.aegispcap.platform.captures.run;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The analyses as they are kept.
public interface AnalysisStore {

  /// Taken when its job has been submitted.
  void insert(
      AnalysisId id,
      CaptureId capture,
      JobId job,
      AnalysisSettings settings,
      PersonId by,
      Instant requested);

  /// Keeps others from asking for one of this capture, until the transaction ends.
  void lock(CaptureId capture);

  Optional<AnalysisRun> find(AnalysisId id);

  Optional<AnalysisRun> findByJob(JobId job);

  /// All of a capture, the one asked for last first.
  List<AnalysisRun> of(CaptureId capture);

  /// The capture that it is about, deleted or not; empty when it is gone.
  Optional<Capture> capture(AnalysisId id);

  /// Whether it was there to be recorded.
  boolean done(AnalysisId id, AnalysisRun.Result result, Instant finished);

  /// Without success.
  void ended(AnalysisId id, JobState outcome, Optional<String> problem, Instant finished);
}

package io.aegispcap.platform.captures.run;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.SharedDocuments;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import java.time.Instant;
import java.util.Optional;

/// One analysis of a capture, whatever became of it.
///
/// @param job that does it, or did
/// @param outcome how it ended the last time that it ended; whoever tries it again does so at the
///   job
/// @param problem why it failed
/// @param result when it is done
public record AnalysisRun(
    AnalysisId id,
    CaptureId capture,
    JobId job,
    AnalysisSettings settings,
    PersonId requestedBy,
    Instant requested,
    Optional<JobState> outcome,
    Optional<Instant> finished,
    Optional<String> problem,
    Optional<Result> result) {

  /// What came of it.
  ///
  /// @param shared empty of analyses from before these were kept
  public record Result(
      BlobId document,
      BlobId flows,
      BlobId report,
      Optional<SharedDocuments> shared,
      AnalysisFacts facts) {}

  public boolean done() {
    return result.isPresent();
  }

  /// What other modules see of it, when it is done.
  Optional<Analysis> published() {
    return result.map(
        made ->
            new Analysis(
                id,
                capture,
                made.document(),
                made.flows(),
                made.report(),
                made.facts().alerts().values().stream().mapToLong(Long::longValue).sum(),
                made.shared(),
                finished.orElseThrow()));
  }
}

package io.aegispcap.platform.captures.run;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobState;
import java.util.Optional;

/// How far an analysis is, now.
///
/// @param progress from 0 to 1
/// @param step what it is busy with; may be empty
/// @param problem why it failed, or why its last attempt did
/// @param cancelling whether somebody wants it to end
public record Standing(
    JobState state, double progress, String step, Optional<String> problem, boolean cancelling) {

  /// As it was when the run was read: its job was read later, and may have ended in between. What
  /// came of it is not in the run then, so that it is still about to end.
  ///
  /// @param job of the run
  static Standing of(AnalysisRun run, Job job) {
    if (!job.state().ended()) {
      return new Standing(job.state(), job.progress(), job.step(), job.problem(), job.cancelling());
    }
    boolean told =
        run.outcome().filter(job.state()::equals).isPresent()
            && run.problem().equals(job.problem());
    return told
        ? ended(run)
        : new Standing(
            JobState.RUNNING, job.progress(), job.step(), Optional.empty(), job.cancelling());
  }

  /// Of one whose job is forgotten, or says no more than is kept here.
  static Standing ended(AnalysisRun run) {
    JobState state = run.done() ? JobState.DONE : run.outcome().orElse(JobState.CANCELLED);
    return new Standing(state, run.done() ? 1 : 0, "", run.problem(), false);
  }

  public boolean ended() {
    return state.ended();
  }

  public int percent() {
    return (int) Math.round(progress * 100);
  }

  /// One word or two, for people.
  public String label() {
    return switch (state) {
      case QUEUED -> problem.isPresent() ? "Trying again soon" : "Waiting";
      case RUNNING -> cancelling ? "Being cancelled" : "Being analysed";
      case DONE -> "Analysed";
      case FAILED -> "Failed";
      case CANCELLED -> "Cancelled";
    };
  }
}

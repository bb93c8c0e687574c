package io.aegispcap.platform.captures.run;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobEnded;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps how analyses end without success: jobs are forgotten after a while. Within the transaction
/// that ends the job, so that the two never differ.
@Component
class AnalysisEnded {
  private final AnalysisStore store;
  private final Jobs jobs;
  private final InstantSource clock;

  AnalysisEnded(AnalysisStore store, Jobs jobs, InstantSource clock) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
  }

  @EventListener
  void keep(JobEnded ended) {
    if (ended.kind().equals(AnalyzeCapture.KIND) && ended.state() != JobState.DONE) {
      store
          .findByJob(ended.id())
          .ifPresent(
              run ->
                  store.ended(
                      run.id(),
                      ended.state(),
                      jobs.find(ended.id()).flatMap(Job::problem),
                      clock.instant()));
    }
  }
}

package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobEnded;
import io.aegispcap.platform.jobs.JobState;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records how attempts end, each in one transaction with what follows from it. Who has lost a job
/// records nothing.
@Service
class Outcomes {
  private final JobQueue queue;
  private final ApplicationEventPublisher events;

  Outcomes(JobQueue queue, ApplicationEventPublisher events) {
    this.queue = queue;
    this.events = events;
  }

  /// The row is locked from here to the commit: nobody else can end the job, or be given it.
  @Transactional
  public boolean done(Claim claim, JobEffect effect) {
    boolean ours = end(claim, JobState.DONE, Optional.empty());
    if (ours) {
      effect.apply();
    }
    return ours;
  }

  @Transactional
  public void cancelled(Claim claim) {
    end(claim, JobState.CANCELLED, Optional.empty());
  }

  @Transactional
  public void failed(Claim claim, String problem) {
    end(claim, JobState.FAILED, Optional.of(problem));
  }

  @Transactional
  public boolean again(Claim claim, Duration delay, String problem) {
    return queue.again(claim, delay, problem);
  }

  /// Ends those that were cancelled, or given out as often as may be, and whose workers vanished.
  @Transactional
  public void endLapsed(int attempts) {
    for (Claim claim : queue.lapsed(attempts)) {
      if (claim.job().cancelling()) {
        cancelled(claim);
      } else {
        failed(
            claim,
            "The server stopped working on it %d times without saying why. It may be too large for the memory there is; the log of the server says more."
                .formatted(claim.job().attempt()));
      }
    }
  }

  private boolean end(Claim claim, JobState state, Optional<String> problem) {
    boolean ours = queue.end(claim, state, problem);
    if (ours) {
      Job job = claim.job();
      events.publishEvent(new JobEnded(job.id(), job.kind(), job.owner(), state));
    }
    return ours;
  }
}

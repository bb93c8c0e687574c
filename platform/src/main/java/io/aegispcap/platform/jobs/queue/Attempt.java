package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.database.DatabaseLoss;
import io.aegispcap.platform.database.StorageFull;
import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobFailedException;
import io.aegispcap.platform.jobs.JobHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a job once, and records how that ended.
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final Duration BETWEEN_RECORDINGS = Duration.ofSeconds(1);

  private final Run run;
  private final JobHandler handler;
  private final JobQueue queue;
  private final Outcomes outcomes;
  private final Backoff backoff;
  private final int attempts;

  Attempt(
      Run run,
      JobHandler handler,
      JobQueue queue,
      Outcomes outcomes,
      Backoff backoff,
      int attempts) {
    this.run = run;
    this.handler = handler;
    this.queue = queue;
    this.outcomes = outcomes;
    this.backoff = backoff;
    this.attempts = attempts;
  }

  /// What is to be written down; may be tried again when the database was lost.
  private interface Recording {
    Ending write();
  }

  /// How an attempt ended, for who counts.
  enum Ending {
    DONE,
    /// For good.
    FAILED,
    /// It is tried again later.
    RETRIED,
    CANCELLED,
    /// The node stops, or another has the job now.
    HANDED_OVER
  }

  Ending make() throws InterruptedException {
    try {
      JobEffect effect = handler.run(run);
      return record(run.told() ? this::abandon : () -> finish(effect));
    } catch (Throwable fault) { // whatever a handler throws, the worker goes on
      boolean wasInterrupted = Thread.interrupted();
      try {
        return record(run.end() == Run.End.NONE ? () -> fail(fault) : this::abandon);
      } finally {
        if (wasInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private Ending finish(JobEffect effect) {
    if (outcomes.done(run.claim(), effect)) {
      return Ending.DONE;
    }
    outcomes.cancelled(run.claim()); // or another node has it, then this does nothing
    return Ending.CANCELLED;
  }

  private Ending abandon() {
    switch (run.end()) {
      case CANCELLED -> {
        outcomes.cancelled(run.claim());
        return Ending.CANCELLED;
      }
      case STOPPING -> queue.giveBack(run.claim());
      case LOST, NONE -> LOG.info("Another node has job {} now", run.id());
    }
    return Ending.HANDED_OVER;
  }

  private Ending fail(Throwable fault) {
    Claim claim = run.claim();
    if (fault instanceof JobFailedException told) {
      LOG.info("Job {} failed: {}", run.id(), told.getMessage());
      outcomes.failed(claim, String.valueOf(told.getMessage()));
      return Ending.FAILED;
    }
    LOG.error("Job {} failed at attempt {}", run.id(), run.attempt(), fault);
    String problem =
        StorageFull.causes(fault)
            ? "Attempt %d of %d found no room left on the disk of the server."
                .formatted(run.attempt(), attempts)
            : "Attempt %d of %d ended with %s. The log of the server says more."
                .formatted(run.attempt(), attempts, fault.getClass().getSimpleName());
    if (run.attempt() >= attempts) {
      outcomes.failed(claim, problem);
      return Ending.FAILED;
    }
    if (outcomes.again(claim, backoff.after(run.attempt()), problem)) {
      return Ending.RETRIED;
    }
    outcomes.cancelled(claim);
    return Ending.CANCELLED;
  }

  /// Until the database answers: while it is gone nobody else can be given the job.
  private Ending record(Recording recording) throws InterruptedException {
    while (true) {
      try {
        return recording.write();
      } catch (RuntimeException fault) {
        if (!DatabaseLoss.causes(fault)) {
          throw fault;
        }
        if (run.end() == Run.End.STOPPING) {
          return Ending.HANDED_OVER;
        }
        LOG.warn("The end of job {} can't be recorded yet: {}", run.id(), fault.getMessage());
      }
      Thread.sleep(BETWEEN_RECORDINGS);
    }
  }
}

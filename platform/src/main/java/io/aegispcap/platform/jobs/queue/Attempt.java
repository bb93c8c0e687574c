package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.database.DatabaseLoss;
import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobFailedException;
import io.aegispcap.platform.jobs.JobHandler;
import java.time.Duration;
import java.util.Optional;
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
    void write();
  }

  void make() throws InterruptedException {
    try {
      JobEffect effect = handler.run(run);
      record(run.told() ? this::abandon : () -> finish(effect));
    } catch (Throwable fault) { // whatever a handler throws, the worker goes on
      boolean wasInterrupted = Thread.interrupted();
      record(run.end() == Run.End.NONE ? () -> fail(fault) : this::abandon);
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void finish(JobEffect effect) {
    if (!outcomes.done(run.claim(), effect)) {
      outcomes.cancelled(run.claim()); // or another node has it, then this does nothing
    }
  }

  private void abandon() {
    switch (run.end()) {
      case CANCELLED -> outcomes.cancelled(run.claim());
      case STOPPING -> queue.giveBack(run.claim());
      case LOST, NONE -> LOG.info("Another node has job {} now", run.id());
    }
  }

  private void fail(Throwable fault) {
    Claim claim = run.claim();
    if (fault instanceof JobFailedException told) {
      LOG.info("Job {} failed: {}", run.id(), told.getMessage());
      outcomes.failed(claim, String.valueOf(told.getMessage()));
      return;
    }
    LOG.error("Job {} failed at attempt {}", run.id(), run.attempt(), fault);
    String problem =
        "Attempt %d of %d ended with %s. The log of the server says more."
            .formatted(run.attempt(), attempts, fault.getClass().getSimpleName());
    if (run.attempt() >= attempts) {
      outcomes.failed(claim, problem);
    } else if (!outcomes.again(claim, backoff.after(run.attempt()), problem)) {
      outcomes.cancelled(claim);
    }
  }

  /// Until the database answers: while it is gone nobody else can be given the job.
  private void record(Recording recording) throws InterruptedException {
    Optional<RuntimeException> lost = lossIn(recording);
    while (lost.isPresent() && run.end() != Run.End.STOPPING) {
      LOG.warn("The end of job {} can't be recorded yet: {}", run.id(), lost.get().getMessage());
      Thread.sleep(BETWEEN_RECORDINGS);
      lost = lossIn(recording);
    }
  }

  private static Optional<RuntimeException> lossIn(Recording recording) {
    try {
      recording.write();
      return Optional.empty();
    } catch (RuntimeException fault) {
      if (DatabaseLoss.causes(fault)) {
        return Optional.of(fault);
      }
      throw fault;
    }
  }
}

package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The attempts under way at this node: keeps their leases, saves their progress, and tells them to
/// end.
final class Runs {
  private final JobQueue queue;
  private final Duration lease;
  private final List<Run> running = new CopyOnWriteArrayList<>();

  Runs(JobQueue queue, Duration lease) {
    this.queue = queue;
    this.lease = lease;
  }

  void add(Run run) {
    running.add(run);
  }

  void remove(Run run) {
    running.remove(run);
  }

  List<Run> all() {
    return List.copyOf(running);
  }

  boolean holds(JobId id) {
    return running.stream().anyMatch(run -> run.id().equals(id));
  }

  /// Those that are cancelled, or that another node has by now, are told.
  void renew() {
    List<Run> held = all();
    if (held.isEmpty()) {
      return;
    }
    List<JobQueue.Renewed> ours = queue.renew(held.stream().map(Run::claim).toList(), lease);
    for (Run run : held) {
      Optional<JobQueue.Renewed> renewed =
          ours.stream()
              .filter(job -> job.fence() == run.claim().fence() && job.id().equals(run.id()))
              .findFirst();
      if (renewed.isEmpty()) {
        run.endEarly(Run.End.LOST);
      } else if (renewed.get().cancelling()) {
        run.endEarly(Run.End.CANCELLED);
      }
    }
  }

  void saveProgress() {
    for (Run run : running) {
      run.takeProgress().ifPresent(to -> queue.progress(run.claim(), to.fraction(), to.step()));
    }
  }

  void stop() {
    running.forEach(run -> run.endEarly(Run.End.STOPPING));
  }
}

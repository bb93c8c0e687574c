package io.aegispcap.platform.jobs;

import java.util.Optional;
import java.util.function.Consumer;

/// Has work done, on whichever node is free.
public interface Jobs {

  /// Joins the caller's transaction: the job is there when that commits, and never otherwise.
  JobId submit(JobRequest request);

  Optional<Job> find(JobId id);

  /// Ends a queued job at once; asks a running one to end. One that ended stays as it is.
  void cancel(JobId id);

  /// Queues a job that failed or was cancelled once more, with all its attempts. Any other stays as
  /// it is.
  void retry(JobId id);

  /// Calls back with the job as it is now, then whenever it changes, on whichever node, until the
  /// watch is closed or the job is pruned. Some changes may be skipped, the last never is.
  /// Callbacks share a thread: they must be quick and must not block.
  Watch watch(JobId id, Consumer<Job> listener);

  /// Ends when closed.
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}

package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobEnded;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class QueuedJobs implements Jobs {
  private final JobQueue queue;
  private final JobWatches watches;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  QueuedJobs(
      JobQueue queue, JobWatches watches, ApplicationEventPublisher events, JsonMapper json) {
    this.queue = queue;
    this.watches = watches;
    this.events = events;
    this.json = json;
  }

  @Override
  @Transactional
  public JobId submit(JobRequest request) {
    JobId id = new JobId(UUID.randomUUID());
    queue.add(id, request, json.writeValueAsString(request.arguments()));
    return id;
  }

  @Override
  public Optional<Job> find(JobId id) {
    return queue.find(id);
  }

  @Override
  @Transactional
  public void cancel(JobId id) {
    if (queue.cancelQueued(id)) {
      Job job = queue.find(id).orElseThrow();
      events.publishEvent(new JobEnded(id, job.kind(), job.owner(), JobState.CANCELLED));
    } else {
      queue.cancelRunning(id);
    }
  }

  @Override
  @Transactional
  public void retry(JobId id) {
    queue.retry(id);
  }

  @Override
  public Watch watch(JobId id, Consumer<Job> listener) {
    return watches.watch(id, listener);
  }
}

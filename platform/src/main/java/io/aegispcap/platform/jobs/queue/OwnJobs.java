package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.PersonalData;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A person's jobs, in the copy of their data.
@Component
class OwnJobs implements PersonalData {
  private static final int MOST = 10_000;

  private final JobQueue queue;

  OwnJobs(JobQueue queue) {
    this.queue = queue;
  }

  @Override
  public String heading() {
    return "jobs";
  }

  @Override
  public Object of(PersonId person) {
    return queue.list(new JobQueue.Query(Optional.of(person), Set.of(), Optional.empty()), MOST);
  }
}

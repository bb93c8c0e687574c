package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.access.PersonLeft;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets jobs that ended long ago, and those of people who left.
@Component
class Retention {
  private final JobQueue queue;
  private final JobSettings settings;

  Retention(JobQueue queue, JobSettings settings) {
    this.queue = queue;
    this.settings = settings;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  void prune() {
    queue.prune(settings.keep());
  }

  @ApplicationModuleListener
  void forget(PersonLeft left) {
    queue.forget(left.person());
  }
}

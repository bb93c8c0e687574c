package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.JobHandler;
import io.aegispcap.platform.jobs.JobState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts jobs for who watches over the place: how many wait and run, as the database says, which
/// all nodes share; and how the attempts of this node end.
@Component
class JobMetrics {
  private static final Set<JobState> OPEN = Set.of(JobState.QUEUED, JobState.RUNNING);

  private final JobQueue queue;
  private final MeterRegistry registry;
  private volatile Map<JobQueue.Pile, Integer> open = Map.of();

  JobMetrics(JobQueue queue, List<JobHandler> handlers, MeterRegistry registry) {
    this.queue = queue;
    this.registry = registry;
    handlers.stream().map(JobHandler::kind).forEach(this::register);
  }

  /// From the start on, so that what is zero is seen as zero.
  private void register(String kind) {
    for (JobState state : OPEN) {
      JobQueue.Pile pile = new JobQueue.Pile(kind, state);
      Gauge.builder("aegis.jobs", this, metrics -> metrics.open.getOrDefault(pile, 0))
          .tag("kind", kind)
          .tag("state", state.slug())
          .description("Jobs that wait or run, on all nodes")
          .register(registry);
    }
    for (Attempt.Ending ending : Attempt.Ending.values()) {
      attempts(kind, ending);
    }
  }

  private Timer attempts(String kind, Attempt.Ending ending) {
    return Timer.builder("aegis.jobs.attempts")
        .tag("kind", kind)
        .tag("ending", ending.name().toLowerCase(Locale.ROOT))
        .description("Attempts at jobs on this node, by how they ended")
        .register(registry);
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void look() {
    open = queue.piles(OPEN);
  }

  void ended(String kind, Attempt.Ending ending, Duration took) {
    attempts(kind, ending).record(took);
  }
}

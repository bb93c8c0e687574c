package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.JobHandler;
import io.aegispcap.platform.jobs.JobId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes jobs from the queue and has them done, on threads of the platform: long computations on
/// virtual ones would keep others waiting.
@Component
class JobWorkers implements SmartLifecycle, JobBell.Hearer {
  private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  private final JobQueue queue;
  private final Outcomes outcomes;
  private final Map<String, JobHandler> handlers;
  private final JobSettings settings;
  private final JobMetrics metrics;
  private final JsonMapper json;
  private final Backoff backoff;
  private final Runs runs;
  private final Semaphore free;
  private final Loop dispatcher;
  private final Keeping keeping;
  private final Loop keeper;
  private Optional<ExecutorService> workers = Optional.empty();
  private volatile boolean running;

  JobWorkers(
      JobQueue queue,
      Outcomes outcomes,
      List<JobHandler> handlers,
      JobSettings settings,
      JobMetrics metrics,
      JsonMapper json,
      SecureRandom random) {
    this.queue = queue;
    this.outcomes = outcomes;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    this.settings = settings;
    this.metrics = metrics;
    this.json = json;
    this.backoff = new Backoff(settings.backoff(), settings.longestBackoff(), random);
    this.runs = new Runs(queue, settings.lease());
    this.free = new Semaphore(settings.workers());
    this.dispatcher = new Loop("job-dispatcher", settings.poll(), this::dispatch);
    this.keeping = new Keeping(runs, settings.lease());
    this.keeper = new Loop("job-keeper", Keeping.TICK, keeping);
  }

  @Override
  public void start() {
    running = true;
    if (settings.workers() > 0 && !handlers.isEmpty()) {
      workers =
          Optional.of(
              Executors.newFixedThreadPool(
                  settings.workers(), Thread.ofPlatform().name("job-", 0).factory()));
      dispatcher.start();
      keeper.start();
    }
  }

  /// Those under way may end what they are about, or are given back to the queue.
  @Override
  public void stop() {
    running = false;
    dispatcher.stop();
    runs.stop();
    try {
      if (workers.isPresent()) {
        stop(workers.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      keeper.stop();
    }
  }

  private void stop(ExecutorService threads) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
      if (!threads.awaitTermination(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        runs.all().forEach(run -> queue.giveBack(run.claim()));
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void due() {
    dispatcher.wake();
  }

  /// It may have been cancelled.
  @Override
  public void changed(JobId id) {
    if (runs.holds(id)) {
      keeping.renewSoon();
    }
  }

  /// Ours are renewed first, lest we take them from ourselves after the database was gone.
  private void dispatch() {
    runs.renew();
    outcomes.endLapsed(settings.attempts());
    boolean more = true;
    while (more && running && free.tryAcquire()) {
      more = false;
      try {
        more = startNext();
      } finally {
        if (!more) {
          free.release();
        }
      }
    }
  }

  private boolean startNext() {
    Optional<Claim> claim = queue.claim(handlers.keySet(), settings.lease(), settings.attempts());
    claim.ifPresent(
        given -> {
          Run run = new Run(given, json);
          runs.add(run);
          workers.orElseThrow().execute(() -> work(run));
        });
    return claim.isPresent();
  }

  private void work(Run run) {
    try {
      String kind = run.claim().job().kind();
      JobHandler handler = Objects.requireNonNull(handlers.get(kind));
      long begun = System.nanoTime();
      Attempt attempt = new Attempt(run, handler, queue, outcomes, backoff, settings.attempts());
      metrics.ended(kind, attempt.make(), Duration.ofNanos(System.nanoTime() - begun));
    } catch (InterruptedException _) {
      LOG.info("Stopped while recording the end of job {}", run.id());
      Thread.currentThread().interrupt();
    } finally {
      runs.remove(run);
      free.release();
      dispatcher.wake();
    }
  }
}

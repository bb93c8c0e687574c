package io.aegispcap.platform.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobFailedException;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import io.aegispcap.platform.jobs.queue.JobBench.Handler;
import io.aegispcap.platform.jobs.queue.JobBench.Task;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// On a real database, with workers of this test's own as nodes.
@RunningPlatform
class JobsTests {
  private final Jobs jobs;
  private final JobQueue queue;
  private final Outcomes outcomes;
  private final Retention retention;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Guests guests;
  private final PersonId owner;
  private final List<JobWorkers> nodes = new ArrayList<>();

  JobsTests(
      Jobs jobs,
      JobQueue queue,
      Outcomes outcomes,
      Retention retention,
      JdbcClient sql,
      PlatformTransactionManager transactions,
      Guests guests) {
    this.jobs = jobs;
    this.queue = queue;
    this.outcomes = outcomes;
    this.retention = retention;
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.guests = guests;
    this.owner = guests.join().id();
  }

  @BeforeEach
  void makeEffects() {
    JobBench.makeEffects(sql);
  }

  @AfterEach
  void stopNodes() {
    nodes.forEach(JobWorkers::stop);
  }

  @Test
  void doesTheWorkAndAppliesItsEffect() throws Exception {
    Handler handler = new Handler(run -> JobBench.effect(sql, run));
    node(handler);
    JobId id = submit(handler, 17);
    Job done = JobBench.awaitEnd(jobs, id);
    assertThat(done.state()).isEqualTo(JobState.DONE);
    assertThat(done.progress()).isEqualTo(1);
    assertThat(done.attempt()).isEqualTo(1);
    assertThat(done.ended()).isPresent();
    assertThat(JobBench.effects(sql, id)).isEqualTo(1);
  }

  @Test
  void isThereOnlyWhenTheCallersTransactionCommits() {
    Handler handler = new Handler(run -> () -> {});
    AtomicReference<JobId> id = new AtomicReference<>();
    transaction.executeWithoutResult(
        status -> {
          id.set(submit(handler, 1));
          status.setRollbackOnly();
        });
    assertThat(jobs.find(id.get())).isEmpty();
  }

  @Test
  void tellsItsWatchersHowFarItIs() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    Handler handler =
        new Handler(
            run -> {
              run.progress(0.25, "reading");
              assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
              return () -> {};
            });
    JobId id = submit(handler, 1);
    List<Job> told = new CopyOnWriteArrayList<>();
    try (Jobs.Watch _ =
        jobs.watch(
            id,
            job -> {
              told.add(job);
              if (job.progress() == 0.25 && job.step().equals("reading")) {
                seen.countDown();
              }
            })) {
      assertThat(told).extracting(Job::state).containsExactly(JobState.QUEUED);
      node(handler);
      JobBench.awaitEnd(jobs, id);
      JobBench.await(jobs, id, _ -> told.getLast().state() == JobState.DONE);
    }
    assertThat(seen.getCount()).isZero();
  }

  @Test
  void triesAgainAfterAProblemAndThenGivesUp() throws Exception {
    Handler flaky =
        new Handler(
            run -> {
              if (run.attempt() < 3) {
                throw new IllegalStateException("not yet");
              }
              return JobBench.effect(sql, run);
            });
    Handler hopeless =
        new Handler(
            run -> {
              throw new StackOverflowError();
            });
    node(flaky);
    node(hopeless);
    JobId helped = submit(flaky, 1);
    JobId lost = submit(hopeless, 1);
    assertThat(JobBench.awaitEnd(jobs, helped).attempt()).isEqualTo(3);
    assertThat(JobBench.effects(sql, helped)).isEqualTo(1);
    Job failed = JobBench.awaitEnd(jobs, lost);
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.attempt()).isEqualTo(3);
    assertThat(failed.problem().orElseThrow()).contains("Attempt 3 of 3", "StackOverflowError");
  }

  @Test
  void doesNotTryAgainWhatCantSucceedUntilSomebodyAsks() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Handler handler =
        new Handler(
            run -> {
              if (runs.incrementAndGet() == 1) {
                throw new JobFailedException("The capture ends within packet 3.");
              }
              return () -> {};
            });
    node(handler);
    JobId id = submit(handler, 1);
    Job failed = JobBench.awaitEnd(jobs, id);
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.problem()).hasValue("The capture ends within packet 3.");
    assertThat(runs).hasValue(1);
    jobs.retry(id);
    Job done = JobBench.awaitState(jobs, id, JobState.DONE);
    assertThat(done.problem()).isEmpty();
    jobs.retry(id);
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.DONE);
  }

  @Test
  void rollsBackAnEffectThatFailsAndTriesAgain() throws Exception {
    Handler handler =
        new Handler(
            run ->
                () -> {
                  JobBench.insert(sql, run.id(), run.attempt());
                  if (run.attempt() == 1) {
                    throw new IllegalStateException("half-done");
                  }
                });
    node(handler);
    JobId id = submit(handler, 1);
    assertThat(JobBench.awaitEnd(jobs, id).state()).isEqualTo(JobState.DONE);
    assertThat(JobBench.effects(sql, id)).isEqualTo(1);
  }

  @Test
  void cancelsWhatIsQueuedAtOnce() {
    JobId id = submit(new Handler(run -> () -> {}), 1);
    jobs.cancel(id);
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void stopsWhatRunsAndDropsItsEffect() throws Exception {
    Handler handler =
        new Handler(
            run -> {
              while (!run.cancelled()) {
                Thread.sleep(5);
              }
              return JobBench.effect(sql, run);
            });
    node(handler);
    JobId id = submit(handler, 1);
    JobBench.awaitState(jobs, id, JobState.RUNNING);
    jobs.cancel(id);
    assertThat(JobBench.awaitEnd(jobs, id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(JobBench.effects(sql, id)).isZero();
  }

  /// Long before it would have renewed its lease.
  @Test
  void hearsOfACancellationAtOnce() throws Exception {
    Handler handler =
        new Handler(
            run -> {
              for (double done = 0; !run.cancelled(); done = (done + 0.01) % 1) {
                run.progress(done, "counting");
                Thread.sleep(1);
              }
              return () -> {};
            });
    JobWorkers node =
        JobBench.node(queue, outcomes, JobBench.settings(1, 3, Duration.ofMinutes(5)), handler);
    nodes.add(node);
    JobId id = submit(handler, 1);
    JobBench.await(jobs, id, job -> job.step().equals("counting"));
    jobs.cancel(id);
    node.changed(id);
    assertThat(JobBench.awaitEnd(jobs, id).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void letsACancellationWinOverAnEndThatCameLater() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    Handler handler =
        new Handler(
            run -> {
              assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
              return JobBench.effect(sql, run);
            });
    node(handler);
    JobId id = submit(handler, 1);
    JobBench.awaitState(jobs, id, JobState.RUNNING);
    jobs.cancel(id);
    cancelled.countDown();
    assertThat(JobBench.awaitEnd(jobs, id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(JobBench.effects(sql, id)).isZero();
  }

  @Test
  void twoNodesDoEachJobOnce() throws Exception {
    Handler handler = new Handler(run -> JobBench.effect(sql, run));
    List<JobId> submitted = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      submitted.add(submit(handler, i));
    }
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    node(counting(handler, first, both));
    node(counting(handler, second, both));
    for (JobId id : submitted) {
      assertThat(JobBench.awaitEnd(jobs, id).state()).isEqualTo(JobState.DONE);
      assertThat(JobBench.effects(sql, id)).isEqualTo(1);
    }
    assertThat(first.get() + second.get()).isEqualTo(150);
  }

  /// Does its first job when the other node has one too.
  private static Handler counting(Handler handler, AtomicInteger runs, CountDownLatch both) {
    return new Handler(
        handler.kind(),
        run -> {
          if (runs.incrementAndGet() == 1) {
            both.countDown();
          }
          assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
          return handler.run(run);
        });
  }

  @Test
  void whoLostAJobChangesNothingAnyMore() throws Exception {
    Handler handler = new Handler(run -> JobBench.effect(sql, run));
    JobId id = submit(handler, 1);
    Claim stale = queue.claim(Set.of(handler.kind()), Duration.ofMillis(1), 3).orElseThrow();
    node(handler);
    Job done = JobBench.awaitEnd(jobs, id);
    assertThat(done.attempt()).isEqualTo(2);
    assertThat(outcomes.done(stale, () -> JobBench.insert(sql, id, 99))).isFalse();
    outcomes.failed(stale, "too late");
    outcomes.again(stale, Duration.ZERO, "too late");
    queue.giveBack(stale);
    assertThat(queue.renew(List.of(stale), Duration.ofMinutes(1))).isEmpty();
    assertThat(jobs.find(id)).hasValue(done);
    assertThat(JobBench.effects(sql, id)).isEqualTo(1);
  }

  @Test
  void keepsAJobThatTakesLongerThanItsLease() throws Exception {
    Handler handler =
        new Handler(
            run -> {
              Thread.sleep(JobBench.LEASE.multipliedBy(3));
              return JobBench.effect(sql, run);
            });
    node(handler);
    node(new Handler(handler.kind(), handler.work()));
    JobId id = submit(handler, 1);
    assertThat(JobBench.awaitEnd(jobs, id).attempt()).isEqualTo(1);
    assertThat(JobBench.effects(sql, id)).isEqualTo(1);
  }

  /// Submitted while the clock of the database was hours ahead.
  @Test
  void doesNotWaitForAClockThatWasSetBack() throws Exception {
    Handler handler = new Handler(run -> JobBench.effect(sql, run));
    JobId waiting = submit(handler, 1);
    JobId orphan = submit(handler, 2);
    assertThat(queue.claim(Set.of(handler.kind()), Duration.ofHours(6), 3)).isPresent();
    sql.sql("update job set due = due + interval '6 hours' where kind = :kind")
        .param("kind", handler.kind())
        .update();
    node(handler);
    assertThat(JobBench.awaitEnd(jobs, waiting).state()).isEqualTo(JobState.DONE);
    assertThat(JobBench.awaitEnd(jobs, orphan).state()).isEqualTo(JobState.DONE);
    assertThat(JobBench.effects(sql, waiting) + JobBench.effects(sql, orphan)).isEqualTo(2);
  }

  @Test
  void countsJobsByKindAndStateAndAttemptsByTheirEnd() throws Exception {
    Handler handler = new Handler(run -> JobBench.effect(sql, run));
    submit(handler, 1);
    JobId second = submit(handler, 2);
    assertThat(queue.claim(Set.of(handler.kind()), Duration.ofMinutes(1), 3)).isPresent();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    JobMetrics metrics = new JobMetrics(queue, List.of(handler), registry);
    metrics.look();
    for (String state : List.of("queued", "running")) {
      assertThat(
              registry
                  .get("aegis.jobs")
                  .tags("kind", handler.kind(), "state", state)
                  .gauge()
                  .value())
          .isEqualTo(1);
    }
    metrics.ended(handler.kind(), Attempt.Ending.RETRIED, Duration.ofSeconds(2));
    assertThat(registry.get("aegis.jobs.attempts").tag("ending", "retried").timer().count())
        .isEqualTo(1);
    jobs.cancel(second);
    metrics.look();
    assertThat(registry.get("aegis.jobs").tag("state", "queued").gauge().value()).isZero();
  }

  @Test
  void endsAJobThatKillsEveryWorker() throws Exception {
    Handler handler = new Handler(run -> () -> {});
    JobId id = submit(handler, 1);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(queue.claim(Set.of(handler.kind()), Duration.ofMillis(1), 3)).isPresent();
      Thread.sleep(10);
    }
    assertThat(queue.claim(Set.of(handler.kind()), Duration.ofMillis(1), 3)).isEmpty();
    outcomes.endLapsed(3);
    Job failed = jobs.find(id).orElseThrow();
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.problem().orElseThrow()).contains("3 times without saying why");
  }

  @Test
  void givesJobsBackWhenTheServerStops() throws Exception {
    Handler handler =
        new Handler(
            run -> {
              while (!run.cancelled()) {
                Thread.sleep(5);
              }
              return JobBench.effect(sql, run);
            });
    JobWorkers node = node(handler);
    JobId id = submit(handler, 1);
    JobBench.awaitState(jobs, id, JobState.RUNNING);
    node.stop();
    Job queued = jobs.find(id).orElseThrow();
    assertThat(queued.state()).isEqualTo(JobState.QUEUED);
    assertThat(queued.attempt()).isZero();
    node(new Handler(handler.kind(), run -> JobBench.effect(sql, run)));
    assertThat(JobBench.awaitEnd(jobs, id).state()).isEqualTo(JobState.DONE);
    assertThat(JobBench.effects(sql, id)).isEqualTo(1);
  }

  @Test
  void goesOnWhenConnectionsAreLost() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    Handler handler =
        new Handler(
            run -> {
              assertThat(cut.await(30, TimeUnit.SECONDS)).isTrue();
              return JobBench.effect(sql, run);
            });
    node(handler);
    JobId id = submit(handler, 1);
    JobBench.awaitState(jobs, id, JobState.RUNNING);
    sql.sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """)
        .query(Boolean.class)
        .list();
    cut.countDown();
    Job done = JobBench.overLostConnections(() -> JobBench.awaitEnd(jobs, id));
    assertThat(done.state()).isEqualTo(JobState.DONE);
    assertThat(done.attempt()).isEqualTo(1);
    assertThat(JobBench.<Integer>overLostConnections(() -> JobBench.effects(sql, id))).isEqualTo(1);
  }

  @Test
  void servesTheOneWhoHasFewestRunning() {
    Handler handler = new Handler(run -> () -> {});
    JobId first = submit(handler, 1);
    submit(handler, 2);
    PersonId other = guests.join().id();
    JobId theirs = jobs.submit(request(handler, other, 3));
    Set<String> kinds = Set.of(handler.kind());
    assertThat(queue.claim(kinds, Duration.ofMinutes(1), 3).orElseThrow().job().id())
        .isEqualTo(first);
    assertThat(queue.claim(kinds, Duration.ofMinutes(1), 3).orElseThrow().job().id())
        .isEqualTo(theirs);
  }

  @Test
  void forgetsWhatEndedLongAgo() {
    JobId old = submit(new Handler(run -> () -> {}), 1);
    JobId recent = submit(new Handler(run -> () -> {}), 2);
    jobs.cancel(old);
    jobs.cancel(recent);
    sql.sql("update job set ended = ended - interval '31 days' where id = :id")
        .param("id", old.value())
        .update();
    retention.prune();
    assertThat(jobs.find(old)).isEmpty();
    assertThat(jobs.find(recent)).isPresent();
  }

  private JobWorkers node(Handler handler) {
    JobWorkers node = JobBench.node(queue, outcomes, JobBench.settings(2, 3), handler);
    nodes.add(node);
    return node;
  }

  private JobId submit(Handler handler, int number) {
    return jobs.submit(request(handler, owner, number));
  }

  private static JobRequest request(Handler handler, PersonId owner, int number) {
    return new JobRequest(handler.kind(), owner, "Test " + number, "/", new Task(number));
  }
}

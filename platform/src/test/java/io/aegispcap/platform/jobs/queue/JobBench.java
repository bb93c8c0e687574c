package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobHandler;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRun;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What tests of jobs share: quick settings, handlers, a table for effects.
final class JobBench {
  private JobBench() {}

  static final Duration LEASE = Duration.ofSeconds(2);

  /// No fewer than the connections of any pool of the tests.
  private static final int POOL = 32;

  /// @param number tells jobs apart in the table of effects
  record Task(int number) {}

  /// Knows a kind of its own, which workers of other tests do not take.
  record Handler(String kind, Work work) implements JobHandler {
    Handler(Work work) {
      this("test." + UUID.randomUUID(), work);
    }

    @Override
    public JobEffect run(JobRun run) throws Exception {
      return work.run(run);
    }
  }

  interface Work {
    JobEffect run(JobRun run) throws Exception;
  }

  static JobSettings settings(int workers, int attempts) {
    return settings(workers, attempts, LEASE);
  }

  static JobSettings settings(int workers, int attempts, Duration lease) {
    return new JobSettings(
        workers,
        attempts,
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        lease,
        Duration.ofMillis(100),
        Duration.ofDays(30));
  }

  static JobWorkers node(
      JobQueue queue, Outcomes outcomes, JobSettings settings, JobHandler handler) {
    JobWorkers node =
        new JobWorkers(
            queue,
            outcomes,
            List.of(handler),
            settings,
            new JobMetrics(queue, List.of(handler), new SimpleMeterRegistry()),
            JsonMapper.builder().build(),
            new SecureRandom());
    node.start();
    return node;
  }

  static Job await(Jobs jobs, JobId id, Predicate<Job> condition) throws InterruptedException {
    Instant patience = Instant.now().plusSeconds(60);
    Job job = jobs.find(id).orElseThrow();
    while (!condition.test(job)) {
      if (Instant.now().isAfter(patience)) {
        throw new AssertionError("still " + job);
      }
      Thread.sleep(20);
      job = jobs.find(id).orElseThrow();
    }
    return job;
  }

  static Job awaitEnd(Jobs jobs, JobId id) throws InterruptedException {
    return await(jobs, id, job -> job.state().ended());
  }

  /// The pool hands out connections that the server has ended until it has met all of them: whoever
  /// asks then is told so, and asks again.
  static <T> T overLostConnections(Callable<T> question) throws Exception {
    for (int lost = 0; ; lost++) {
      try {
        return question.call();
      } catch (DataAccessResourceFailureException e) {
        if (lost == POOL) {
          throw e;
        }
      }
    }
  }

  static Job awaitState(Jobs jobs, JobId id, JobState state) throws InterruptedException {
    return await(jobs, id, job -> job.state() == state);
  }

  static void makeEffects(JdbcClient sql) {
    sql.sql(
            "create schema if not exists job_test; create table if not exists job_test.effect (job uuid not null, number integer not null)")
        .update();
  }

  static JobEffect effect(JdbcClient sql, JobRun run) {
    int number = run.arguments(Task.class).number();
    return () -> insert(sql, run.id(), number);
  }

  static void insert(JdbcClient sql, JobId id, int number) {
    sql.sql("insert into job_test.effect (job, number) values (:job, :number)")
        .param("job", id.value())
        .param("number", number)
        .update();
  }

  static int effects(JdbcClient sql, JobId id) {
    return sql.sql("select count(*) from job_test.effect where job = :job")
        .param("job", id.value())
        .query(Integer.class)
        .single();
  }
}

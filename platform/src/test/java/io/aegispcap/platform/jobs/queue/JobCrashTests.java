package io.aegispcap.platform.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import io.aegispcap.platform.running.ChildProcess;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nodes die, others take over.
@RunningPlatform
class JobCrashTests {
  private final JdbcConnectionDetails database;
  private final Jobs jobs;
  private final JobQueue queue;
  private final Outcomes outcomes;
  private final JdbcClient sql;
  private final PersonId owner;

  JobCrashTests(
      JdbcConnectionDetails database,
      Jobs jobs,
      JobQueue queue,
      Outcomes outcomes,
      JdbcClient sql,
      Guests guests) {
    this.database = database;
    this.jobs = jobs;
    this.queue = queue;
    this.outcomes = outcomes;
    this.sql = sql;
    this.owner = guests.join().id();
  }

  @ParameterizedTest
  @EnumSource
  void theEffectIsThereOnce(DyingWorker.Step step) throws Exception {
    JobBench.makeEffects(sql);
    JobBench.Handler handler = new JobBench.Handler(run -> JobBench.effect(sql, run));
    JobId id =
        jobs.submit(
            new JobRequest(handler.kind(), owner, "Dies", "/", new JobBench.Task(step.ordinal())));
    Process child = ChildProcess.start(DyingWorker.class, database, step.name(), handler.kind());
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isEqualTo(137);
    JobWorkers survivor = JobBench.node(queue, outcomes, JobBench.settings(1, 3), handler);
    try {
      Job done = JobBench.awaitEnd(jobs, id);
      assertThat(done.state()).isEqualTo(JobState.DONE);
      assertThat(done.attempt()).isEqualTo(step == DyingWorker.Step.COMMITTED ? 1 : 2);
      assertThat(JobBench.effects(sql, id)).isEqualTo(1);
    } finally {
      survivor.stop();
    }
  }
}

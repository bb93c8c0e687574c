package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobRun;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// A node that takes one job and dies at a given step, as by kill -9.
final class DyingWorker {
  private static final int KILLED = 137;

  private DyingWorker() {}

  /// Where it dies.
  enum Step {
    WORKING,
    BEFORE_EFFECT,
    AFTER_EFFECT,
    COMMITTED
  }

  @EnableTransactionManagement
  static class Node {}

  /// @param arguments URL, user and password of the database; step, kind
  public static void main(String[] arguments) throws Exception {
    DataSource database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
    Step last = Step.valueOf(arguments[3]);
    AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
    JdbcClient sql = JdbcClient.create(database);
    node.registerBean(JdbcClient.class, () -> sql);
    node.registerBean(JobSettings.class, () -> JobBench.settings(1, 3));
    node.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
    node.register(
        Node.class, Class.forName("io.aegispcap.platform.jobs.store.JdbcJobQueue"), Outcomes.class);
    node.refresh();
    JobBench.node(
        node.getBean(JobQueue.class),
        node.getBean(Outcomes.class),
        JobBench.settings(1, 3),
        new JobBench.Handler(arguments[4], run -> work(run, sql, last)));
    if (last == Step.COMMITTED) {
      while (sql.sql("select state from job where kind = :kind")
          .param("kind", arguments[4])
          .query(String.class)
          .single()
          .equals("RUNNING")) {
        Thread.onSpinWait();
      }
      Runtime.getRuntime().halt(KILLED);
    }
    TimeUnit.MINUTES.sleep(1); // the loops alone keep no process alive
  }

  private static JobEffect work(JobRun run, JdbcClient sql, Step last) {
    dieAt(Step.WORKING, last);
    JobEffect effect = JobBench.effect(sql, run);
    return () -> {
      dieAt(Step.BEFORE_EFFECT, last);
      effect.apply();
      dieAt(Step.AFTER_EFFECT, last);
    };
  }

  private static void dieAt(Step step, Step last) {
    if (step == last) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}

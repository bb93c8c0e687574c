package io.aegispcap.platform.jobs.store;

import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.queue.JobBell;
import io.aegispcap.platform.jobs.queue.Loop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Listens to what the database tells, on a connection and a thread of its own. While there is no
/// connection, and where something between us and the database does not pass notifications on,
/// polling stays.
@Component
class JobListener implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobListener.class);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);

  private final JdbcConnectionDetails database;
  private final JobBell bell;
  private final AtomicReference<@Nullable Connection> open = new AtomicReference<>();
  private final Loop loop;
  private volatile boolean running;

  JobListener(JdbcConnectionDetails database, JobBell bell) {
    this.database = database;
    this.bell = bell;
    this.loop = new Loop("job-listener", BETWEEN_CONNECTIONS, this::listen);
  }

  @Override
  public void start() {
    running = true;
    loop.start();
  }

  @Override
  public void stop() {
    running = false;
    Optional.ofNullable(open.getAndSet(null)).ifPresent(JobListener::abort);
    loop.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listen() {
    try (Connection connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
      open.set(connection);
      try (Statement sql = connection.createStatement()) {
        sql.execute("listen job_due");
        sql.execute("listen job_changed");
      }
      tell(bell::quiet); // whatever was told before we listened
      PGConnection told = connection.unwrap(PGConnection.class);
      while (running) {
        pass(told.getNotifications((int) QUIET.toMillis()));
      }
    } catch (SQLException lost) {
      if (running) {
        throw new DataAccessResourceFailureException("no news of jobs until it is back", lost);
      }
    }
  }

  private void pass(PGNotification @Nullable [] told) {
    if (told == null || told.length == 0) {
      tell(bell::quiet);
      return;
    }
    for (PGNotification one : told) {
      if (one.getName().equals("job_due")) {
        tell(bell::due);
      } else {
        JobId id = new JobId(UUID.fromString(one.getParameter()));
        tell(() -> bell.changed(id));
      }
    }
  }

  /// Who hears may ask the database, which may be gone.
  private static void tell(Runnable hearers) {
    try {
      hearers.run();
    } catch (DataAccessException | TransactionException lost) {
      LOG.warn("A change of a job was not passed on: {}", lost.getMessage());
    }
  }

  /// Lets go of the socket, whatever a thread is waiting for there.
  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException broken) {
      LOG.debug("The connection was broken already", broken);
    }
  }
}

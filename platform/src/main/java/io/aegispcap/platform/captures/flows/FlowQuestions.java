package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.web.ProblemException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Has questions about flows answered: on a few threads of their own, since native code would hold
/// the carriers of virtual threads, and from databases that are kept open for the next question.
@Component
@EnableConfigurationProperties(FlowSettings.class)
public class FlowQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(FlowQuestions.class);

  /// Files and jobs may take so much longer than answers that somebody waits for.
  private static final int PATIENCE = 10;

  private final Blobs blobs;
  private final FlowSettings settings;
  private final ExecutorService threads;

  /// Those in no use, the last used first.
  private final Deque<Idle> idle = new ArrayDeque<>();

  FlowQuestions(Blobs blobs, FlowSettings settings) {
    this.blobs = blobs;
    this.settings = settings;
    this.threads =
        Executors.newFixedThreadPool(
            settings.questions(), Thread.ofPlatform().daemon().name("flows-", 0).factory());
  }

  private record Idle(BlobId flows, FlowDatabase database) {}

  /// A question.
  interface Question<T> {
    T ask(FlowDatabase flows) throws SQLException, IOException;
  }

  /// @param flows a Parquet file of flows
  /// @throws ProblemException when it takes too long or too much memory
  <T> T answer(BlobId flows, Question<T> question) {
    return done(() -> ask(flows, question, settings.timeout()));
  }

  /// As [#answer], where nobody looks at a screen meanwhile.
  <T> T answerPatiently(BlobId flows, Question<T> question) {
    return done(() -> ask(flows, question, settings.timeout().multipliedBy(PATIENCE)));
  }

  private <T> T done(Callable<T> work) {
    try {
      return threads.submit(work).get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProblemException(FlowProblem.QUESTION_TOO_LARGE, "The question was given up.");
    } catch (ExecutionException failed) {
      throw refusal(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  /// What a file is written for.
  interface Writing {
    /// @return how many rows
    long write(FlowDatabase flows) throws SQLException;
  }

  /// @param target a file that may be written, which does not exist yet
  /// @return how many rows it has
  long write(BlobId flows, Path target, Writing writing) {
    return done(
        () -> {
          try (FlowDatabase database = FlowDatabase.writing(target, blobs.file(flows), settings)) {
            database.allow(settings.timeout().multipliedBy(PATIENCE));
            return writing.write(database);
          }
        });
  }

  private <T> T ask(BlobId flows, Question<T> question, Duration time)
      throws SQLException, IOException {
    Path file = blobs.file(flows);
    Optional<FlowDatabase> kept = take(flows);
    FlowDatabase database = kept.isPresent() ? kept.get() : FlowDatabase.open(file, settings);
    boolean whole = false;
    try {
      database.allow(time);
      T answer = question.ask(database);
      whole = true;
      return answer;
    } finally {
      if (whole) {
        giveBack(new Idle(flows, database));
      } else {
        database.close();
      }
    }
  }

  private Optional<FlowDatabase> take(BlobId flows) {
    synchronized (idle) {
      Optional<Idle> kept = idle.stream().filter(each -> each.flows.equals(flows)).findFirst();
      kept.ifPresent(idle::remove);
      return kept.map(Idle::database);
    }
  }

  private void giveBack(Idle used) throws SQLException {
    Optional<Idle> oldest = Optional.empty();
    synchronized (idle) {
      idle.addFirst(used);
      if (idle.size() > settings.questions()) {
        oldest = Optional.of(idle.removeLast());
      }
    }
    if (oldest.isPresent()) {
      oldest.get().database.close();
    }
  }

  private static RuntimeException refusal(Throwable cause) {
    return switch (cause) {
      case SQLTimeoutException _ ->
          new ProblemException(
              FlowProblem.QUESTION_TOO_LARGE, "It was stopped since it took too long.");
      case SQLException sql when isOutOfMemory(sql) ->
          new ProblemException(
              FlowProblem.QUESTION_TOO_LARGE, "It needs more memory than a question may have.");
      case SQLException sql -> new IllegalStateException("flows can't be read", sql);
      case IOException io -> new UncheckedIOException(io);
      case RuntimeException unexpected -> unexpected;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }

  private static boolean isOutOfMemory(SQLException sql) {
    return String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("out of memory");
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
    synchronized (idle) {
      for (Idle each : idle) {
        try {
          each.database.close();
        } catch (SQLException failed) {
          LOG.warn("a database of flows could not be closed", failed);
        }
      }
      idle.clear();
    }
  }
}

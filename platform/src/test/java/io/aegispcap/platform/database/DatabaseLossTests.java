package io.aegispcap.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionSystemException;

/// The running platform loses its database server, and gets it back.
@RunningPlatform
class DatabaseLossTests {
  private final DataDirectory data;
  private final Guests guests;
  private final DataSource pool;

  DatabaseLossTests(DataDirectory data, Guests guests, DataSource pool) {
    this.data = data;
    this.guests = guests;
    this.pool = pool;
  }

  @RepeatedTest(3)
  void saysSoAndGoesOnWhereItWas() throws IOException, InterruptedException {
    Guest guest = joinOnceThereIsADatabase();
    useAllConnections(guest);
    PostmasterFile server =
        PostmasterFile.in(data.folder("postgres").resolve("data")).orElseThrow();
    ProcessHandle.of(server.process()).orElseThrow().destroyForcibly();
    while (server.runs()) {
      Thread.onSpinWait();
    }
    Answer during = guest.browser().get("/account");
    assertThat(during.status()).isEqualTo(503);
    assertThat(during.body()).contains("What was saved is safe");
    assertThat(health(guest, "readiness")).isEqualTo(503);
    assertThat(health(guest, "liveness")).isEqualTo(200);

    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (guest.browser().get("/account").status() != 200 && Instant.now().isBefore(patience)) {
      Thread.sleep(200);
    }
    assertThat(guest.browser().get("/account").status()).isEqualTo(200);
    assertThat(health(guest, "readiness")).isEqualTo(200);
  }

  /// As when a commit fails, and the rollback after it meets a connection that is no more.
  @Test
  void isToldByAConnectionThatThePoolTookAway() throws SQLException {
    Connection taken = pool.getConnection();
    taken.close();
    SQLException refused = catchThrowableOfType(SQLException.class, taken::rollback);
    assertThat(DatabaseLoss.causes(new TransactionSystemException("rollback", refused))).isTrue();
    assertThat(DatabaseLoss.causes(new TransactionSystemException("rollback"))).isFalse();
  }

  private static int health(Guest guest, String group) {
    return guest
        .browser()
        .send(guest.browser().request("/actuator/health/" + group).build())
        .status();
  }

  /// The repetition before may have left dead connections.
  private Guest joinOnceThereIsADatabase() throws InterruptedException {
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try {
        return guests.join();
      } catch (DataAccessException | AssertionError lost) {
        if (Instant.now().isAfter(patience)) {
          throw lost;
        }
        Thread.sleep(200);
      }
    }
  }

  /// Connections used a moment ago are not checked when they are used again, so that requests meet
  /// one dead connection after another.
  private static void useAllConnections(Guest guest) {
    try (ExecutorService visitors = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 64; i++) {
        visitors.execute(() -> guest.browser().get("/account"));
      }
    }
  }
}

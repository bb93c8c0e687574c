package io.aegispcap.platform.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.FirstPerson;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.RunningPlatform;
import io.aegispcap.platform.running.ServerProcess;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database on another machine can't be reached for a while, under load; `-Doutage=30` for so
/// many seconds.
@Tag("endurance")
@RunningPlatform
class DatabaseGoneTests {
  private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage", 4));
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(25);

  private final JdbcConnectionDetails server;
  private final JdbcClient sql;

  @TempDir private Path data;

  DatabaseGoneTests(JdbcConnectionDetails server, JdbcClient sql) {
    this.server = server;
    this.sql = sql;
  }

  @Test
  void saysSoLosesNothingAndGoesOn() throws Exception {
    String name = "gone" + UUID.randomUUID().toString().replace("-", "");
    sql.sql("create database " + name).update();
    try (Wire wire = new Wire(port());
        ServerProcess platform =
            new ServerProcess(
                at("jdbc:postgresql://127.0.0.1:%d/%s".formatted(wire.port(), name)),
                data,
                Map.of(),
                "--aegis.rate-limit.person=1000000")) {
      Program program = FirstPerson.of(platform);
      Ledger ledger = new Ledger();
      Duration longest = Duration.ZERO;
      Analyst analyst = new Analyst(0, 1, 11, ledger);
      Thread work = Thread.ofPlatform().start(() -> analyst.work(program));
      awaitAnswers(ledger, 25);
      wire.cut();
      Instant back = Instant.now().plus(OUTAGE);
      int refused = 0;
      while (Instant.now().isBefore(back)) {
        Instant asked = Instant.now();
        HttpResponse<byte[]> answer = program.get("/api/v1/captures?limit=1");
        Duration took = Duration.between(asked, Instant.now());
        longest = took.compareTo(longest) > 0 ? took : longest;
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(program.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        refused++;
      }
      assertThat(refused).isPositive();
      assertThat(longest).isLessThan(LONGEST_ANSWER);
      wire.mend();
      awaitAnswers(ledger, ledger.answers.get() + 25);
      work.interrupt();
      work.join();
      checkAll(program, ledger, name);
      platform.terminate();
      assertThat(platform.exitCode()).as(platform.output()).isIn(0, 143);
    }
    sql.sql("drop database " + name + " with (force)").update();
  }

  private void checkAll(Program program, Ledger ledger, String name) throws Exception {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
            .formatted(port(), name, server.getUsername(), server.getPassword());
    Invariants invariants = new Invariants(data, Optional.of(url), ledger, 11);
    invariants.settle();
    invariants.check(program, Integer.MAX_VALUE);
    assertThat(ledger.violations()).isEmpty();
    assertThat(ledger.captures).isNotEmpty();
  }

  private static void awaitAnswers(Ledger ledger, long many) throws InterruptedException {
    Instant late = Instant.now().plus(Duration.ofMinutes(3));
    while (ledger.answers.get() < many) {
      assertThat(Instant.now()).as(ledger.violations().toString()).isBefore(late);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private int port() {
    String url = server.getJdbcUrl();
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
  }

  private JdbcConnectionDetails at(String url) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return server.getUsername();
      }

      @Override
      public String getPassword() {
        return server.getPassword();
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}

package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import io.aegispcap.platform.running.ServerProcess;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Running the platform as whoever operates it does: with settings from everywhere, in a process
/// that is told to stop.
@RunningPlatform
class OperationTests {
  private static final String HELLO = "{\"text\":\"hello\"}";

  private final JdbcConnectionDetails database;
  private final Browser first;
  private final Guests guests;
  private final ApiTokens tokens;
  private final JdbcClient sql;
  private final JsonMapper json;

  OperationTests(
      JdbcConnectionDetails database,
      Browser first,
      Guests guests,
      ApiTokens tokens,
      JdbcClient sql,
      JsonMapper json) {
    this.database = database;
    this.first = first;
    this.guests = guests;
    this.tokens = tokens;
    this.sql = sql;
    this.json = json;
  }

  @Test
  void takesSettingsFromEverywhereLimitsRatesLogsJsonAndStopsInPeace(@TempDir Path data)
      throws Exception {
    Files.createDirectories(data.resolve("config"));
    Files.writeString(
        data.resolve("config/application.properties"),
        "aegis.rate-limit.person=40\naegis.rate-limit.visitor=7\n");
    Map<String, String> environment =
        Map.of(
            "SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT", "7000",
            "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "6",
            "AEGIS_RATE_LIMIT_VISITOR", "1000",
            "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
    try (ServerProcess node =
        new ServerProcess(database, data, environment, "--aegis.rate-limit.visitor=9")) {
      Browser browser = node.browser();
      assertThat(browser.send(browser.request("/actuator/prometheus").build()).body())
          .containsPattern("hikaricp_connections_max\\{[^}]*} 6.0");
      flagsWinOverTheEnvironmentAndThatOverTheFile(browser);
      limitsAPersonsPrograms(browser);
      answersARepetitionThatAnotherNodeCarriedOut(browser);
      logsJsonWithTheIdOfTheRequest(browser, node);
      answersEverythingItTookBeforeItStops(browser, node);
    }
  }

  private static void flagsWinOverTheEnvironmentAndThatOverTheFile(Browser browser) {
    Answer home = browser.get("/");
    assertThat(home.header("X-RateLimit-Limit")).isEqualTo("9");
    assertThat(home.header("X-RateLimit-Remaining")).isEqualTo("8");
  }

  private void limitsAPersonsPrograms(Browser browser) {
    Guest guest = guests.join();
    String token = token(guest);
    List<Answer> answers = Stream.generate(() -> me(browser, token)).limit(60).toList();
    Answer last = answers.getLast();
    assertThat(answers.getFirst().header("X-RateLimit-Limit")).isEqualTo("40");
    assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
        .isBetween(40L, 59L);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.body()).contains("/problems/too-many-requests");
    assertThat(last.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
    assertThat(Integer.parseInt(last.header("X-RateLimit-Reset"))).isBetween(50, 60);
    assertThat(me(browser, token(guests.join())).status()).as("somebody else").isEqualTo(200);
  }

  private void answersARepetitionThatAnotherNodeCarriedOut(Browser second) {
    String token = token(guests.join());
    Answer carriedOut = post(first, token, "across-nodes");
    Answer repeated = post(second, token, "across-nodes");
    assertThat(carriedOut.status()).isEqualTo(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.body()).isEqualTo(carriedOut.body());
  }

  private void logsJsonWithTheIdOfTheRequest(Browser browser, ServerProcess node) {
    sql.sql("alter table idempotency_key rename to idempotency_key_away").update();
    Answer fault;
    try {
      fault = post(browser, token(guests.join()), "will-fail");
    } finally {
      sql.sql("alter table idempotency_key_away rename to idempotency_key").update();
    }
    assertThat(fault.status()).isEqualTo(500);
    List<JsonNode> events =
        node.output().lines().filter(line -> line.startsWith("{")).map(json::readTree).toList();
    assertThat(events)
        .as(node.output())
        .anySatisfy(
            event -> {
              assertThat(event.at("/log/level").asString()).isEqualTo("ERROR");
              assertThat(event.at("/http/request/id").asString())
                  .isEqualTo(fault.header("X-Request-Id"));
              assertThat(event.at("/ecs/version").asString()).isNotEmpty();
            });
  }

  /// Requests that are under way are answered; later ones find nobody, which is not half an answer.
  private void answersEverythingItTookBeforeItStops(Browser browser, ServerProcess node)
      throws InterruptedException {
    ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> halves = new ConcurrentLinkedQueue<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        callers.execute(
            () -> {
              try {
                for (int n = 0; n < 200; n++) {
                  Browser one = browser.another();
                  statuses.add(one.send(one.request("/actuator/health/liveness").build()).status());
                }
              } catch (UncheckedIOException refused) {
                if (!(refused.getCause() instanceof java.net.ConnectException)
                    && statuses.isEmpty()) {
                  halves.add(String.valueOf(refused.getCause()));
                }
              }
            });
      }
      while (statuses.size() < 20) {
        Thread.sleep(5);
      }
      node.terminate();
    }
    assertThat(node.exitCode()).as(node.output()).isIn(0, 143);
    assertThat(halves).isEmpty();
    assertThat(statuses).containsOnly(200);
  }

  @Test
  void saysWhichSettingItCannotRead(@TempDir Path data) throws Exception {
    try (ServerProcess node =
        new ServerProcess(database, data, Map.of("AEGIS_ACCOUNTS_SIGN_UP", "sometimes"))) {
      assertThat(node.exitCode()).isEqualTo(1);
      assertThat(node.output())
          .startsWith("aegis: The setting aegis.accounts.sign-up can't be \"sometimes\"")
          .contains("open, invitation, closed")
          .contains("AEGIS_ACCOUNTS_SIGN_UP")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void saysWhichSettingThereIsNot(@TempDir Path data) throws Exception {
    Path file =
        Files.writeString(
            data.resolve("my.properties"),
            "aegis.captures.quota=1GB\naegis.captures.max-sise=1GB\n");
    try (ServerProcess node =
        new ServerProcess(
            database,
            data.resolve("data"),
            Map.of("SPRING_CONFIG_ADDITIONAL_LOCATION", file.toUri().toString()))) {
      assertThat(node.exitCode()).isEqualTo(1);
      assertThat(node.output())
          .startsWith("aegis: There is no setting aegis.captures.max-sise")
          .contains("my.properties")
          .contains(" 2:")
          .contains("Did you mean aegis.captures.max-size?")
          .doesNotContain("\tat ");
    }
  }

  private String token(Guest guest) {
    return tokens.make(
        guest.id(), "test", EnumSet.of(Scope.READ, Scope.WRITE), Duration.ofHours(1));
  }

  private static Answer me(Browser browser, String token) {
    return browser.send(
        browser.request("/api/v1/me").header("Authorization", "Bearer " + token).build());
  }

  private static Answer post(Browser browser, String token, String key) {
    HttpRequest request =
        browser
            .request("/api/v1/test/echoes")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(HELLO))
            .build();
    return browser.send(request);
  }
}

package io.aegispcap.platform.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

@RunningPlatform
class IdempotencyTests {
  private static final String HELLO = "{\"text\":\"hello\"}";

  private final Browser browser;
  private final Guests guests;
  private final ApiTokens tokens;
  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Incidents incidents;

  IdempotencyTests(
      Browser browser,
      Guests guests,
      ApiTokens tokens,
      JdbcClient sql,
      TransactionOperations transactions,
      Incidents incidents) {
    this.browser = browser;
    this.guests = guests;
    this.tokens = tokens;
    this.sql = sql;
    this.transactions = transactions;
    this.incidents = incidents;
  }

  @Test
  void carriesARepeatedPostOutOnceAndAnswersAlike() {
    String token = token(guests.join());
    String key = key();
    int before = EchoApi.MADE.get();
    Answer first = post(token, key, HELLO);
    Answer again = post(token, key, HELLO);
    assertThat(EchoApi.MADE.get()).isEqualTo(before + 1);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
  }

  @Test
  void refusesTheSameKeyForAnotherBody() {
    String token = token(guests.join());
    String key = key();
    post(token, key, HELLO);
    Answer other = post(token, key, "{\"text\":\"good bye\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("/problems/idempotency-key-reused");
  }

  @Test
  void repeatsNothingToSomebodyElseNorToATokenThatMayLess() {
    Guest guest = guests.join();
    String key = key();
    Answer first = post(token(guest), key, HELLO);
    assertThat(post(token(guests.join()), key, HELLO).body()).isNotEqualTo(first.body());
    String reading = tokens.make(guest.id(), "x", EnumSet.of(Scope.READ), Duration.ofHours(1));
    assertThat(post(reading, key, HELLO).status()).isEqualTo(422);
  }

  @Test
  void saysThatTheFirstHasNoAnswerYet() throws Exception {
    String token = token(guests.join());
    String key = key();
    EchoApi.hold = new CountDownLatch(1);
    int before = EchoApi.MADE.get();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> first = callers.submit(() -> post(token, key, HELLO));
      while (EchoApi.MADE.get() == before) {
        Thread.sleep(5);
      }
      Answer second = post(token, key, HELLO);
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.body()).contains("/problems/idempotent-request-unfinished");
      EchoApi.hold.countDown();
      assertThat(first.get().status()).isEqualTo(201);
    }
    assertThat(post(token, key, HELLO).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(EchoApi.MADE.get()).isEqualTo(before + 1);
  }

  @Test
  void givesTheKeyBackWhenTheRequestWasRefused() {
    String token = token(guests.join());
    String key = key();
    assertThat(post(token, key, "{\"text\":\"\"}").status()).isEqualTo(422);
    assertThat(post(token, key, "{not json").status()).isEqualTo(400);
    assertThat(post(token, key, HELLO).status()).isEqualTo(201);
  }

  @Test
  void takesTheKeyAnewOnceItHasExpired() {
    Guest guest = guests.join();
    String token = token(guest);
    String key = key();
    Answer first = post(token, key, HELLO);
    sql.sql("update idempotency_key set expires = now() - interval '1 second' where person = :id")
        .param("id", guest.id().value())
        .update();
    Answer second = post(token, key, "{\"text\":\"other\"}");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isNotEqualTo(first.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "with space", "quote\"inside", "ümlaut"})
  void refusesAKeyThatIsNotWellFormed(String key) {
    Answer refused = post(token(guests.join()), key, HELLO);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("/problems/idempotency-key-malformed");
  }

  @Test
  void refusesABodyThatIsTooLargeToCompare() {
    String large = "{\"text\":\"" + "x".repeat(1 << 20) + "\"}";
    Answer refused = post(token(guests.join()), key(), large);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("/problems/idempotent-body-too-large");
  }

  @Test
  void explainsItsProblemsWhereTheyLead() {
    assertThat(browser.get("/problems/idempotency-key-reused").body()).contains("new key");
  }

  /// The backend is killed in the middle of the transaction, as by the death of the server.
  @Test
  void carriesOutOnceWhatDiedBeforeItWasCommitted() throws Exception {
    Guest guest = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", guest.id(), Visibility.PRIVATE);
    long alert =
        sql.sql("select min(id) from alert where capture = :capture")
            .param("capture", capture.value())
            .query(Long.class)
            .single();
    String path = "/api/v1/alerts/" + alert + "/comments";
    String token = token(guest);
    String key = key();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> dying = dyingPost(callers, () -> post(path, token, key, HELLO));
      assertThat(dying.get().status()).isEqualTo(503);
    }
    assertThat(comments(alert)).isZero();
    Answer repeated = post(path, token, key, HELLO);
    assertThat(repeated.status()).isEqualTo(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEmpty();
    assertThat(post(path, token, key, HELLO).body()).isEqualTo(repeated.body());
    assertThat(comments(alert)).isEqualTo(1);
  }

  /// Holds the end of the audit log, so that the request waits with its deed undone, and kills it.
  private Future<Answer> dyingPost(ExecutorService callers, Callable<Answer> post) {
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              int mine =
                  sql.sql("select pg_backend_pid() from audit_head for update")
                      .query(Integer.class)
                      .single();
              Future<Answer> waiting = callers.submit(post);
              int killed = 0;
              while (killed == 0) {
                killed =
                    sql.sql(
                            """
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where :mine = any (pg_blocking_pids(pid))
                            """)
                        .param("mine", mine)
                        .query(Integer.class)
                        .single();
              }
              return waiting;
            }));
  }

  private long comments(long alert) {
    return sql.sql("select count(*) from alert_comment where alert = :alert")
        .param("alert", alert)
        .query(Long.class)
        .single();
  }

  @Test
  void leasesTheKeyOfARequestThatBringsContent() throws IOException {
    Guest guest = guests.join();
    String token = token(guest);
    String key = key();
    byte[] capture = AlertingCapture.of(System.nanoTime());
    Answer first = upload(token, key, capture);
    assertThat(first.status()).isEqualTo(201);
    assertThat(upload(token, key, capture).header("Idempotency-Replayed")).isEqualTo("true");
    leased(guest, "1 minute");
    assertThat(upload(token, key, capture).status()).isEqualTo(409);
    leased(guest, "-1 second");
    Answer anew = upload(token, key, capture);
    assertThat(anew.status()).isEqualTo(200);
    assertThat(anew.header("Idempotency-Replayed")).isEmpty();
    assertThat(id(anew)).isEqualTo(id(first));
  }

  /// As if the server had died before it answered.
  private void leased(Guest guest, String until) {
    sql.sql(
            """
            update idempotency_key
               set status = null, headers = null, body = null, leased = now() + :until::interval
             where person = :person
            """)
        .param("until", until)
        .param("person", guest.id().value())
        .update();
  }

  private Answer upload(String token, String key, byte[] capture) {
    return browser.send(
        browser
            .request("/api/v1/captures?name=again.pcap")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/vnd.tcpdump.pcap")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(capture))
            .build());
  }

  private String token(Guest guest) {
    return tokens.make(
        guest.id(), "test", EnumSet.of(Scope.READ, Scope.WRITE), Duration.ofHours(1));
  }

  private static String id(Answer capture) {
    return JsonMapper.shared().readTree(capture.body()).required("id").asString();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private Answer post(String token, String key, String body) {
    return post("/api/v1/test/echoes", token, key, body);
  }

  private Answer post(String path, String token, String key, String body) {
    HttpRequest request =
        browser
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build();
    return browser.send(request);
  }
}

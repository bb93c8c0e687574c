package io.aegispcap.platform.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.audit.AuditLog;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.Purge;
import io.aegispcap.platform.captures.upload.UploadSweep;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.JumpingClock;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The clock of a running application jumps while everything is under way: what ends by time is
/// measured by the database's clock or the processor's, and what is in an order keeps it.
@RunningPlatform
class ClockJumpTests {
  private final JumpingClock clock;
  private final Guests guests;
  private final Browser browser;
  private final OneTimeLinks links;
  private final Incidents incidents;
  private final UploadSweep uploads;
  private final Purge purge;
  private final AuditLog audit;

  ClockJumpTests(
      JumpingClock clock,
      Guests guests,
      Browser browser,
      OneTimeLinks links,
      Incidents incidents,
      UploadSweep uploads,
      Purge purge,
      AuditLog audit) {
    this.clock = clock;
    this.guests = guests;
    this.browser = browser;
    this.links = links;
    this.incidents = incidents;
    this.uploads = uploads;
    this.purge = purge;
    this.audit = audit;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5H", "PT-5H", "P100D", "P-100D"})
  void nobodyIsPutOutAndNothingIsGivenUp(Duration distance) throws Exception {
    Guest guest = guests.join();
    Program program = Program.of(guest.browser());
    Secret invitation =
        links.make(new OneTimeLink.Invitation(Set.of()), Optional.empty(), Duration.ofHours(1));
    byte[] whole = AlertingCapture.of(System.nanoTime());
    String upload = begin(program, whole);
    CaptureId deleted = incidents.sample("night.pcapng", guest.id(), Visibility.PRIVATE);
    assertThat(program.send("DELETE", "/api/v1/captures/" + deleted.value(), new byte[0]))
        .returns(204, HttpResponse::statusCode);
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> saved = saveFilter(program, key);
    long left = remaining(program);
    try (JumpingClock.Jump _ = clock.jump(distance)) {
      uploads.run();
      purge.run();
      assertThat(guest.browser().get("/account").status()).isEqualTo(200);
      assertThat(remaining(program)).isBetween(left - 20, left + 1);
      assertThat(links.look(invitation)).isPresent();
      assertThat(saveFilter(program, key).body()).isEqualTo(saved.body());
      HttpResponse<byte[]> sent =
          program.patch(upload, 1000, Arrays.copyOfRange(whole, 1000, whole.length));
      assertThat(sent.statusCode()).isEqualTo(204);
      String capture = sent.headers().firstValue("Aegis-Capture").orElseThrow();
      awaitDone(program, capture);
      HttpResponse<byte[]> restored =
          program.call("POST", "/api/v1/captures/" + deleted.value() + "/restore", "");
      assertThat(restored.statusCode()).isEqualTo(200);
      assertThat(guests.join().browser().get("/account").status()).isEqualTo(200);
    }
    assertThat(guest.browser().get("/account").status()).isEqualTo(200);
    assertThat(audit.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
  }

  /// @return its address
  private static String begin(Program program, byte[] whole) {
    String upload =
        program.begin("jump.pcap", whole.length).headers().firstValue("Location").orElseThrow();
    assertThat(program.patch(upload, 0, Arrays.copyOf(whole, 1000)))
        .returns(204, HttpResponse::statusCode);
    return upload;
  }

  private static HttpResponse<byte[]> saveFilter(Program program, String key) {
    HttpResponse<byte[]> saved =
        program.call(
            "POST",
            "/api/v1/alerts/filters",
            "{\"name\":\"jump\",\"q\":\"is:open\"}",
            "Idempotency-Key",
            key);
    assertThat(saved.statusCode()).isLessThan(300);
    return saved;
  }

  private static long remaining(Program program) {
    return program
        .get("/api/v1/captures?limit=1")
        .headers()
        .firstValueAsLong("X-RateLimit-Remaining")
        .orElseThrow();
  }

  private static JsonNode awaitDone(Program program, String capture) throws InterruptedException {
    JsonNode shown = program.json("/api/v1/captures/" + capture);
    for (int i = 0; i < 600 && !isDone(shown); i++) {
      Thread.sleep(50);
      shown = program.json("/api/v1/captures/" + capture);
    }
    assertThat(isDone(shown)).as(shown.toString()).isTrue();
    return shown;
  }

  private static boolean isDone(JsonNode capture) {
    return capture.path("state").path("name").asString("").equals("done");
  }

  /// What was asked for later is later, whatever the clock said.
  @Test
  void theLatestAnalysisIsTheOneAskedForLast() throws Exception {
    Program program = Program.of(guests.join().browser());
    HttpResponse<byte[]> sent =
        program.send(
            "POST", "/api/v1/captures?name=twice.pcap", AlertingCapture.of(System.nanoTime()));
    String capture = Program.json(sent, 201).required("id").asString();
    awaitDone(program, capture);
    String analyses = "/api/v1/captures/" + capture + "/analyses";
    try (JumpingClock.Jump _ = clock.jump(Duration.ofHours(-5))) {
      HttpResponse<byte[]> again = program.call("POST", analyses, "{}");
      String asked = Program.json(again, 202).required("id").asString();
      assertThat(program.json(analyses).path("items").path(0).path("id").asString())
          .isEqualTo(asked);
      awaitDone(program, capture);
    }
  }

  /// A clock that is ahead lets nobody guess more passwords.
  @ParameterizedTest
  @ValueSource(strings = {"PT5H", "PT-5H"})
  void guessesCountAsLongAsTheyDid(Duration distance) {
    Guest guest = guests.join();
    Browser stranger = browser.another();
    int tries = (int) IntStream.range(0, 10).takeWhile(_ -> guess(stranger, guest) != 429).count();
    assertThat(tries).isBetween(3, 9);
    try (JumpingClock.Jump _ = clock.jump(distance)) {
      assertThat(guess(stranger, guest)).isEqualTo(429);
    }
  }

  private static int guess(Browser stranger, Guest guest) {
    return stranger
        .submit(
            "/sign-in",
            "/sign-in",
            Map.of("handle", guest.handle(), "password", "not the right one"))
        .status();
  }
}

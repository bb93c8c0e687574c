package io.aegispcap.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.trust.AuthorKey;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.plugins.trial.Trial;
import io.aegispcap.platform.plugins.trial.TrialId;
import io.aegispcap.platform.plugins.trial.Trials;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From an offered package to its alerts, and back.
@RunningPlatform
class PluginsTests {
  private static final String FINDS =
      "findings.report(Finding.of(\"seen\", flow.source()).sentence(flow.source() + \" was seen\")"
          + ".proof(flow).build());";
  private static final String ALL =
      "{\"capabilities\": [\"read:flows\", \"read:addresses\", \"write:findings\"]}";

  @TempDir private Path folder;

  private final Guests guests;
  private final ApiTokens tokens;
  private final Blobs blobs;
  private final Trials trials;

  PluginsTests(Guests guests, ApiTokens tokens, Blobs blobs, Trials trials) {
    this.guests = guests;
    this.tokens = tokens;
    this.blobs = blobs;
    this.trials = trials;
  }

  private Program program(Guests.Guest guest) {
    return new Program(
        HttpClient.newHttpClient(),
        "http://" + guest.browser().request("/").build().uri().getAuthority(),
        tokens.make(
            guest.id(),
            "test",
            EnumSet.of(Scope.READ, Scope.WRITE, Scope.ADMIN),
            Duration.ofDays(1)));
  }

  private static HttpResponse<byte[]> offer(Program program, byte[] content) {
    return program.send(
        "POST", "/api/v1/plugins", content, "Content-Type", "application/octet-stream");
  }

  private static String offered(Program program, Path file) throws IOException {
    return Program.json(offer(program, Files.readAllBytes(file)), 201).get("id").asString();
  }

  private static String captured(Program program, long number) throws IOException {
    HttpResponse<byte[]> answer =
        program.send(
            "POST",
            "/api/v1/captures?name=plugins.pcap&visibility=private",
            AlertingCapture.of(number),
            "Content-Type",
            "application/octet-stream");
    String id = Program.json(answer, 201).get("id").asString();
    await(() -> program.json("/api/v1/captures/" + id).at("/state/name").asString().equals("done"));
    return id;
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    Instant late = Instant.now().plus(Duration.ofSeconds(90));
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(late);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void goesFromATrialToAlertsOfEachAnalysis() throws IOException, InvalidPackageException {
    Guests.Guest maintainer = guests.join(Role.MAINTAINER);
    Program program = program(maintainer);
    TestPackages packages = new TestPackages(folder);
    Path file = packages.signed(packages.detector("one", "1.0.0", FINDS), AuthorKey.generate());
    String id = offered(program, file);
    String capture = captured(program, 7001);

    JsonNode trial =
        Program.json(
            program.call(
                "POST", "/api/v1/plugins/" + id + "/trials", "{\"capture\": \"" + capture + "\"}"),
            201);
    String trialPath = "/api/v1/plugins/" + id + "/trials/" + trial.get("id").asString();
    Trial before = asked(maintainer, id, trial);
    await(() -> !program.json(trialPath).get("outcome").isNull());
    assertThat(trials.tried(before).trial().outcome()).isPresent(); // whenever it was read
    JsonNode outcome = program.json(trialPath).get("outcome");
    assertThat(outcome.toString()).contains("was seen");
    assertThat(outcome.get("failures")).isEmpty();

    assertThat(
            Program.json(program.call("POST", "/api/v1/plugins/" + id + "/install", ALL), 200)
                .get("state")
                .asString())
        .isEqualTo("enabled");
    try {
      captured(program, 7002);
      await(() -> program.json("/api/v1/alerts?limit=200").toString().contains("one/trial/seen"));
      String page = maintainer.browser().get("/plugins/" + id).body();
      assertThat(page).contains("What it cost").doesNotContain("<script>alert(1)");
      assertThat(maintainer.browser().get("/plugins").body()).doesNotContain("<script>alert(1)");
    } finally {
      assertThat(program.send("DELETE", "/api/v1/plugins/" + id, new byte[0]).statusCode())
          .isEqualTo(204);
    }
  }

  private Trial asked(Guests.Guest by, String plugin, JsonNode trial) {
    return trials.require(
        Caller.Person.atBrowser(by.id(), by.handle(), EnumSet.of(Role.MAINTAINER)),
        new PluginId(UUID.fromString(plugin)),
        new TrialId(UUID.fromString(trial.get("id").asString())));
  }

  @Test
  void findsSomeOfManyByWords() throws IOException, InvalidPackageException {
    Guests.Guest guest = guests.join();
    Program program = program(guest);
    TestPackages packages = new TestPackages(folder);
    AuthorKey author = AuthorKey.generate();
    String signed =
        offered(program, packages.signed(packages.detector("sought", "1.0.0", FINDS), author));
    String namesake = offered(program, packages.detector("sought", "2.0.0", FINDS));
    String other = offered(program, packages.detector("besides", "1.0.0", FINDS));
    String key = program.json("/api/v1/plugins/" + signed).get("author_key").asString();
    try {
      assertThat(found(guest, "SOUGHT+trial")).contains(signed, namesake).doesNotContain(other);
      assertThat(found(guest, "sought+" + key.substring(0, 12)))
          .contains(signed)
          .doesNotContain(namesake);
      assertThat(found(guest, guest.handle())).contains(signed, namesake, other);
      assertThat(found(guest, "sought+besides")).contains("Nothing matches");
      assertThat(program.json("/api/v1/plugins?q=besides").toString())
          .contains(other)
          .doesNotContain(signed);
    } finally {
      for (String id : List.of(signed, namesake, other)) {
        program.send("DELETE", "/api/v1/plugins/" + id, new byte[0]);
      }
    }
  }

  private static String found(Guests.Guest guest, String words) {
    return guest.browser().get("/plugins?q=" + words).body();
  }

  @Test
  @Tag("P36")
  void installsNothingThatIsUnsignedOrOfAnotherKeyOrOlder()
      throws IOException, InvalidPackageException {
    Program program = program(guests.join(Role.MAINTAINER));
    TestPackages packages = new TestPackages(folder);
    AuthorKey author = AuthorKey.generate();
    String unsigned = offered(program, packages.detector("two", "1.0.0", FINDS));
    String own =
        offered(program, packages.signed(packages.detector("two", "2.0.0", FINDS), author));
    String others =
        offered(
            program,
            packages.signed(packages.detector("two", "3.0.0", FINDS), AuthorKey.generate()));
    String older =
        offered(program, packages.signed(packages.detector("two", "1.9.0", FINDS), author));

    assertThat(install(program, unsigned)).isEqualTo(409);
    assertThat(install(program, own)).isEqualTo(200);
    try {
      assertThat(install(program, others)).isEqualTo(409);
      assertThat(install(program, older)).isEqualTo(409);
    } finally {
      program.send("DELETE", "/api/v1/plugins/" + own, new byte[0]);
    }
  }

  private static int install(Program program, String id) {
    return program.call("POST", "/api/v1/plugins/" + id + "/install", ALL).statusCode();
  }

  @Test
  @Tag("P4")
  void keepsAnAnalysisGoingWhenAPluginFails() throws IOException, InvalidPackageException {
    Guests.Guest maintainer = guests.join(Role.MAINTAINER);
    Program program = program(maintainer);
    TestPackages packages = new TestPackages(folder);
    String id =
        offered(
            program,
            packages.signed(
                packages.detector("three", "1.0.0", "System.exit(0);"), AuthorKey.generate()));
    assertThat(install(program, id)).isEqualTo(200);
    try {
      captured(program, 7003);
      String page = maintainer.browser().get("/plugins/" + id).body();
      assertThat(page).contains("crashed").contains("its process ended before its answer did");
    } finally {
      program.send("DELETE", "/api/v1/plugins/" + id, new byte[0]);
    }
  }

  @Test
  @Tag("P4")
  void letsADamagedPackageFailAlone() throws IOException, InvalidPackageException {
    Guests.Guest maintainer = guests.join(Role.MAINTAINER);
    Program program = program(maintainer);
    TestPackages packages = new TestPackages(folder);
    AuthorKey key = AuthorKey.generate();
    Path whole = packages.signed(packages.detector("spoilt", "1.0.0", FINDS), key);
    String spoilt = offered(program, whole);
    String sound =
        offered(program, packages.signed(packages.detector("sound", "1.0.0", FINDS), key));
    assertThat(install(program, spoilt)).isEqualTo(200);
    assertThat(install(program, sound)).isEqualTo(200);
    BlobId content = new BlobId(program.json("/api/v1/plugins/" + spoilt).get("sha256").asString());
    Path stored = blobs.file(content);
    byte[] bytes = Files.readAllBytes(stored);
    bytes[bytes.length / 2] ^= 1;
    Files.write(stored, bytes);
    try {
      captured(program, 7010);
      await(() -> program.json("/api/v1/alerts?limit=200").toString().contains("sound/trial/seen"));
      assertThat(program.json("/api/v1/plugins/" + spoilt).get("state").asString())
          .isEqualTo("suspended");
      assertThat(maintainer.browser().get("/plugins/" + spoilt).body())
          .contains("not-started")
          .contains("is damaged");
      assertThat(maintainer.browser().get("/notices").body()).contains("spoilt/trial failed");
      assertThat(install(program, spoilt)).isEqualTo(409);

      assertThat(offered(program, whole)).isEqualTo(spoilt); // which mends it
      assertThat(install(program, spoilt)).isEqualTo(200);
      Files.delete(stored);
      captured(program, 7011);
      assertThat(program.json("/api/v1/plugins/" + spoilt).get("state").asString())
          .isEqualTo("suspended");
    } finally {
      offered(program, whole);
      program.send("DELETE", "/api/v1/plugins/" + spoilt, new byte[0]);
      program.send("DELETE", "/api/v1/plugins/" + sound, new byte[0]);
    }
  }

  @Test
  void refusesWhatIsNoPackage() {
    Program program = program(guests.join());

    HttpResponse<byte[]> answer = offer(program, "PK no package".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("no plugin package");
  }

  @Test
  void checksSettingsAgainstTheirTypes() throws IOException, InvalidPackageException {
    Program program = program(guests.join(Role.MAINTAINER));
    TestPackages packages = new TestPackages(folder);
    String id =
        offered(
            program,
            packages.signed(packages.detector("four", "1.0.0", FINDS), AuthorKey.generate()));
    assertThat(install(program, id)).isEqualTo(200);
    try {
      String path = "/api/v1/plugins/" + id + "/settings";
      assertThat(program.call("PUT", path, "{\"least\": \"many\"}").statusCode()).isEqualTo(422);
      assertThat(program.call("PUT", path, "{\"most\": \"3\"}").statusCode()).isEqualTo(422);
      JsonNode set = Program.json(program.call("PUT", path, "{\"least\": \"5\"}"), 200);
      assertThat(set.get("settings").toString()).isEqualTo("{\"least\":\"5\"}");
    } finally {
      program.send("DELETE", "/api/v1/plugins/" + id, new byte[0]);
    }
  }

  @Test
  void letsAMemberOfferAndTakeBack() throws IOException {
    Program member = program(guests.join());
    Program other = program(guests.join());
    String id = offered(member, new TestPackages(folder).detector("five", "1.0.0", FINDS));

    assertThat(install(member, id)).isEqualTo(403);
    assertThat(other.send("DELETE", "/api/v1/plugins/" + id, new byte[0]).statusCode())
        .isEqualTo(403);
    assertThat(member.send("DELETE", "/api/v1/plugins/" + id, new byte[0]).statusCode())
        .isEqualTo(204);
    assertThat(member.get("/api/v1/plugins/" + id).statusCode()).isEqualTo(404);
  }
}

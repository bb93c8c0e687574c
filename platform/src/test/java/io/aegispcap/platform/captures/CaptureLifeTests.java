package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.blobs.keep.BlobIndex;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// From the upload of a capture to its end.
@RunningPlatform
class CaptureLifeTests {
  private final Guests people;
  private final CaptureGuests guests;
  private final Analyses analyses;
  private final BlobIndex blobs;
  private final JdbcClient sql;

  CaptureLifeTests(
      Guests people,
      ApiTokens tokens,
      Browser browser,
      Analyses analyses,
      BlobIndex blobs,
      JdbcClient sql) {
    this.people = people;
    this.guests = new CaptureGuests(people, tokens, browser);
    this.analyses = analyses;
    this.blobs = blobs;
    this.sql = sql;
  }

  private static Answer form(Guest guest, String fileName, String visibility, byte[] content) {
    String csrf = guest.browser().get("/captures").csrf();
    String boundary = "XxBoundaryxX";
    byte[] head =
        """
        --%s
        Content-Disposition: form-data; name="visibility"

        %s
        --%s
        Content-Disposition: form-data; name="file"; filename="%s"
        Content-Type: application/octet-stream

        """
            .formatted(boundary, visibility, boundary, fileName)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    return guest
        .browser()
        .send(
            guest
                .browser()
                .request("/captures?_csrf=" + csrf)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                .build());
  }

  @Test
  void tellsWhatHappenedInACapture() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("night.pcapng", "team", Samples.named("night.pcapng"));
    JsonNode made = guest.settled(id);
    assertThat(made.get("state").get("name").asString()).isEqualTo("done");
    JsonNode verdict = made.get("verdict");
    assertThat(verdict.get("sentence").asString()).isNotBlank();
    assertThat(verdict.get("alerts").size()).isPositive();
    assertThat(verdict.get("packets").asLong()).isEqualTo(8154);
    JsonNode document = guest.json("/api/v1/captures/" + id + "/document");
    assertThat(document.get("captures").get(0).get("file").get("path").asString())
        .isEqualTo("night.pcapng");
    assertThat(document.get("captures").get(0).get("file").get("hash").get("sha256").asString())
        .isEqualTo(made.get("sha256").asString());
    Answer flows = guest.get("/api/v1/captures/" + id + "/flows.parquet");
    assertThat(flows.body()).startsWith("PAR1");
  }

  @Test
  void worksWithAPlainForm() {
    Guest guest = people.join();
    Answer answer = form(guest, "C:\\dumps\\office.pcap", "team", Samples.fresh());
    assertThat(answer.status()).isEqualTo(303);
    String place = answer.header("Location");
    assertThat(guest.browser().get(place).body())
        .contains("<h1 class=\"text-break\">office.pcap</h1>");
    assertThat(guest.browser().get("/captures").body()).contains("office.pcap");
    Answer again =
        form(guest, "novel.pcap", "team", "Call me Ishmael.".getBytes(StandardCharsets.US_ASCII));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("novel.pcap").contains("text file");
    Answer forged =
        guest
            .browser()
            .send(
                guest
                    .browser()
                    .request("/captures?_csrf=forged")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofString("--x--"))
                    .build());
    assertThat(forged.status()).isEqualTo(403);
  }

  @Test
  void recognisesTheSameFile() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    String id = guest.uploaded("first.pcap", "private", capture);
    Answer again = guest.upload("second.pcap", "private", capture);
    assertThat(again.status()).isEqualTo(200);
    assertThat(CaptureGuest.json(again).get("id").asString()).isEqualTo(id);
    String path = guest.begun("third.pcap", capture.length);
    Answer third = guest.patch(path, 0, capture);
    assertThat(third.header("Aegis-Capture")).isEqualTo(id);
    assertThat(third.header("Aegis-Known")).isEqualTo("true");
    assertThat(guest.json("/api/v1/captures?mine=true").get("items").size()).isEqualTo(1);
    CaptureGuest other = guests.program();
    String theirs = other.uploaded("theirs.pcap", "team", capture);
    assertThat(theirs).isNotEqualTo(id);
  }

  @Test
  void keepsHostileNamesHarmless() {
    Guest guest = people.join();
    Answer answer =
        form(guest, "../../etc/<script>alert(1)</script>\u202e.pcap", "private", Samples.fresh());
    assertThat(answer.status()).isEqualTo(303);
    String place = answer.header("Location");
    String page = guest.browser().get(place).body();
    assertThat(page).doesNotContain("<script>alert").contains("script&gt;").doesNotContain("../");
    Answer file = guest.browser().get(place + "/content");
    assertThat(file.header("Content-Disposition")).startsWith("attachment;").doesNotContain("\n");
    assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
    guest
        .browser()
        .submit(
            place + "/edit",
            place + "/edit",
            Map.of(
                "name", "<img src=x onerror=alert(1)>\r\nX-Evil: 1",
                "visibility", "PUBLIC",
                "tags", "\"><svg onload=alert(1)>",
                "notes", "</textarea><script>alert(2)</script>"));
    for (String path : new String[] {place, place + "/edit", "/captures"}) {
      assertThat(guest.browser().get(path).body())
          .doesNotContain("<img src=x")
          .doesNotContain("<svg onload")
          .doesNotContain("<script>alert");
    }
    assertThat(guest.browser().get(place + "/content").headers("X-Evil")).isEmpty();
  }

  @Test
  void handsFilesOutForNoBrowserToShow() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    String id = guest.uploaded("a.pcap", "private", capture);
    guest.settled(id);
    for (String what :
        List.of("content", "report", "document", "flows.parquet", "navigator", "stix")) {
      Answer file = guest.get("/api/v1/captures/" + id + "/" + what);
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.header("Content-Disposition")).startsWith("attachment;");
      assertThat(file.header("Content-Type")).doesNotContain("html");
      assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(file.header("Content-Security-Policy")).startsWith("sandbox");
    }
    assertThat(guest.get("/api/v1/captures/" + id + "/content").header("Content-Length"))
        .isEqualTo(Integer.toString(capture.length));
    assertThat(guest.get("/api/v1/captures/" + id + "/report").body()).contains("<html");
  }

  @Test
  void isTakenToOtherTools() throws IOException {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("night.pcap", "private", AlertingCapture.of(8091));
    guest.settled(id);
    Answer layer = guest.get("/api/v1/captures/" + id + "/navigator");
    assertThat(layer.header("Content-Type")).isEqualTo("application/json");
    assertThat(CaptureGuest.json(layer).at("/versions/layer").asString()).isEqualTo("4.5");
    assertThat(CaptureGuest.json(layer).get("techniques").isEmpty()).isFalse();
    Answer bundle = guest.get("/api/v1/captures/" + id + "/stix");
    assertThat(bundle.header("Content-Type")).isEqualTo("application/stix+json;version=2.1");
    assertThat(bundle.header("Content-Disposition")).contains("night.pcap.stix.json");
    assertThat(CaptureGuest.json(bundle).get("type").asString()).isEqualTo("bundle");
    assertThat(bundle.body()).contains("\"sighting\"", "\"grouping\"");
  }

  /// Their blobs are referenced, or the collector would take them.
  @Test
  void keepsWhatIsForOtherTools() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("a.pcap", "private", Samples.fresh());
    guest.settled(id);
    SharedDocuments kept =
        analyses.latest(new CaptureId(UUID.fromString(id))).orElseThrow().shared().orElseThrow();
    assertThat(blobs.unreferenced(Duration.ZERO, Optional.empty(), 1_000_000))
        .doesNotContain(kept.navigator(), kept.stix());
  }

  @Test
  void saysWhatToDoWhenItWasAnalysedBeforeThereWereFilesForOtherTools() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("a.pcap", "private", Samples.fresh());
    guest.settled(id);
    sql.sql("update analyses set navigator = null, stix = null where capture = :id::uuid")
        .param("id", id)
        .update();
    for (String what : List.of("navigator", "stix")) {
      Answer none = guest.get("/api/v1/captures/" + id + "/" + what);
      assertThat(none.status()).isEqualTo(404);
      assertThat(CaptureGuest.json(none).get("detail").asString()).contains("Analyse it again");
    }
    assertThat(guest.get("/api/v1/captures/" + id + "/report").status()).isEqualTo(200);
  }

  @Test
  void isChangedByItsOwner() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("a.pcap", "private", Samples.fresh());
    Answer changed =
        guest.call(
            "PATCH",
            "/api/v1/captures/" + id,
            "{\"name\":\"b\",\"tags\":[\"Office\",\"a\",\"a\"],\"notes\":\"seen\",\"visibility\":\"team\"}");
    assertThat(changed.status()).isEqualTo(200);
    JsonNode now = guest.json("/api/v1/captures/" + id);
    assertThat(now.get("name").asString()).isEqualTo("b");
    assertThat(now.get("tags").toString()).isEqualTo("[\"a\",\"office\"]");
    assertThat(now.get("notes").asString()).isEqualTo("seen");
    assertThat(now.get("visibility").asString()).isEqualTo("team");
    for (String wrong :
        new String[] {
          "{\"name\":\" \"}",
          "{\"visibility\":\"nobody\"}",
          "{\"notes\":\"" + "x".repeat(20_001) + "\"}"
        }) {
      assertThat(guest.call("PATCH", "/api/v1/captures/" + id, wrong).status()).isEqualTo(422);
    }
    assertThat(guest.json("/api/v1/captures/" + id).get("name").asString()).isEqualTo("b");
  }

  @Test
  void comesBackWhenDeletingWasAMistake() {
    Guest guest = people.join();
    String place = form(guest, "a.pcap", "private", Samples.fresh()).header("Location");
    Answer deleted = guest.browser().submit(place, place + "/delete", Map.of());
    assertThat(deleted.header("Location")).startsWith("/captures?deleted=");
    assertThat(guest.browser().get(place).status()).isEqualTo(404);
    assertThat(guest.browser().get("/captures/deleted").body()).contains("a.pcap");
    String list = deleted.header("Location");
    assertThat(guest.browser().get(list).body()).contains("Undo");
    guest.browser().submit(list, place + "/restore", Map.of());
    assertThat(guest.browser().get(place).status()).isEqualTo(200);
  }

  @Test
  void listsPageByPageInAnyOrder() {
    CaptureGuest guest = guests.program();
    for (String name : new String[] {"delta", "Alpha", "charlie", "bravo", "echo"}) {
      guest.uploaded(name, "private", Samples.fresh(name.length()));
    }
    assertThat(names(guest, "name")).containsExactly("Alpha", "bravo", "charlie", "delta", "echo");
    assertThat(names(guest, "uploaded"))
        .containsExactly("echo", "bravo", "charlie", "Alpha", "delta");
    assertThat(names(guest, "size").getFirst()).isEqualTo("charlie");
    assertThat(guest.get("/api/v1/captures?cursor=nonsense").status()).isEqualTo(422);
    assertThat(guest.get("/api/v1/captures?sort=colour").status()).isEqualTo(422);
    JsonNode found = guest.json("/api/v1/captures?mine=true&q=ALPH").get("items");
    assertThat(found.size()).isEqualTo(1);
    assertThat(guest.json("/api/v1/captures?mine=true&q=%25").get("items").size()).isZero();
  }

  private static List<String> names(CaptureGuest guest, String sort) {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          guest.json("/api/v1/captures?mine=true&limit=2&sort=" + sort + "&cursor=" + cursor);
      page.get("items").forEach(item -> names.add(item.get("name").asString()));
      cursor = page.get("next").isNull() ? "" : page.get("next").asString();
    } while (!cursor.isEmpty());
    return names;
  }

  @Test
  void staysUnderNobodysNameUnlessPrivate() throws InterruptedException {
    Guest guest = people.join();
    String team = form(guest, "team.pcap", "team", Samples.fresh()).header("Location");
    String own = form(guest, "own.pcap", "private", Samples.fresh()).header("Location");
    Answer export = guest.browser().get("/account/export");
    assertThat(export.body()).contains("team.pcap").contains("own.pcap");
    guest.browser().submit("/account", "/account/delete", Map.of("password", Guests.PASSWORD));
    CaptureGuest administrator = guests.program(Role.ADMINISTRATOR);
    for (int i = 0; i < 200 && administrator.get("/api/v1" + own).status() == 200; i++) {
      Thread.sleep(50);
    }
    assertThat(administrator.get("/api/v1" + own).status()).isEqualTo(404);
    assertThat(administrator.json("/api/v1" + team).get("owner").asString())
        .isEqualTo("someone who left");
  }

  @Test
  void showsTheSameUnknownForAbsentAndHidden() {
    CaptureGuest guest = guests.program();
    CaptureGuest other = guests.program();
    String id = guest.uploaded("a.pcap", "private", Samples.fresh());
    String absent = UUID.randomUUID().toString();
    assertThat(withoutIds(other.get("/api/v1/captures/" + id).body(), id))
        .isEqualTo(withoutIds(other.get("/api/v1/captures/" + absent).body(), absent));
  }

  /// Each request has an id of its own.
  private static String withoutIds(String problem, String capture) {
    return problem
        .replace(capture, "X")
        .replaceFirst("\"request_id\":\"[0-9a-f]+\"", "\"request_id\":\"X\"");
  }
}

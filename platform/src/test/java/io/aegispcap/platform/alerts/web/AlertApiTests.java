package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs do, with a token.
@RunningPlatform
class AlertApiTests {
  private static final String ALERTS = "/api/v1/alerts";

  private final Incidents incidents;
  private final Guests guests;
  private final Browser client;
  private final ApiTokens tokens;
  private final JsonMapper json;

  AlertApiTests(
      Incidents incidents, Guests guests, Browser client, ApiTokens tokens, JsonMapper json) {
    this.incidents = incidents;
    this.guests = guests;
    this.client = client;
    this.tokens = tokens;
    this.json = json;
  }

  @Test
  void pagesThroughAListByItsCursor() {
    Guest owner = guests.join();
    String token = token(owner);
    CaptureId night = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = read(call(token, "GET", ALERTS + "?limit=4&q=capture:" + night + cursor, ""));
      page.required("items").forEach(item -> seen.add(item.required("id").asLong()));
      cursor = page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen)
        .hasSize(6)
        .containsExactlyInAnyOrderElementsOf(
            incidents.alertsOf(night).stream().map(AlertId::value).toList());
  }

  @Test
  void givesTheAlertAsTheAnalysisWroteIt() {
    Guest owner = guests.join();
    CaptureId night = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    JsonNode written =
        json.readTree(Incidents.document("night.pcapng")).required("alerts").required(0);
    JsonNode item =
        read(call(token(owner), "GET", ALERTS + "?limit=500&q=capture:" + night, ""))
            .required("items")
            .valueStream()
            .filter(
                found ->
                    found
                        .required("message")
                        .asString()
                        .equals(written.required("message").asString()))
            .findFirst()
            .orElseThrow();
    JsonNode one = read(call(token(owner), "GET", ALERTS + "/" + item.required("id").asLong(), ""));
    assertThat(one.required("alert")).isEqualTo(written);
    assertThat(one.required("capture").required("name").asString()).isEqualTo("night.pcapng");
  }

  @Test
  void changesAnAlertOfTheVersionThatWasRead() {
    Guest owner = guests.join();
    String token = token(owner);
    String path = ALERTS + "/" + alert(owner);
    String tag = call(token, "GET", path, "").header("ETag");
    Answer changed =
        send(
            client
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .method(
                    "PATCH",
                    BodyPublishers.ofString(
                        "{\"state\":\"archived\",\"reason\":\"benign\",\"assignee\":\"%s\"}"
                            .formatted(owner.handle()))));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(read(changed).required("reason").asString()).isEqualTo("benign");
    assertThat(read(changed).required("assignee").asString()).isEqualTo(owner.handle());
    Answer stale =
        send(
            client
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .method("PATCH", BodyPublishers.ofString("{\"state\":\"open\"}")));
    assertThat(stale.status()).isEqualTo(409);
    JsonNode history = read(call(token, "GET", path + "/history", "")).required("items");
    assertThat(history).hasSize(2);
    assertThat(history.get(1).required("to").required("state").asString()).isEqualTo("archived");
    Answer released = call(token, "PATCH", path, "{\"assignee\":null}");
    assertThat(read(released).required("assigned").asBoolean()).isFalse();
  }

  @Test
  void refusesWhatMakesNoSense() {
    Guest owner = guests.join();
    String token = token(owner);
    String path = ALERTS + "/" + alert(owner);
    for (String body :
        List.of(
            "{}",
            "{\"state\":\"lost\"}",
            "{\"state\":\"open\",\"reason\":\"benign\"}",
            "{\"state\":\"archived\",\"reason\":\"boring\"}",
            "{\"reason\":\"benign\"}",
            "{\"assignee\":\"nobody-of-that-name\"}")) {
      assertThat(call(token, "PATCH", path, body).status()).as(body).isEqualTo(422);
    }
    assertThat(call(token, "GET", ALERTS + "?q=severity:awful", "").status()).isEqualTo(422);
    assertThat(call(token, "GET", ALERTS + "?cursor=made-up", "").status()).isEqualTo(422);
    assertThat(call(token, "GET", ALERTS + "?limit=0", "").status()).isEqualTo(422);
    assertThat(call(token, "POST", ALERTS + "/bulk", "{\"state\":\"open\"}").status())
        .isBetween(400, 422);
    assertThat(call(token, "GET", ALERTS + "/99999999999", "").status()).isEqualTo(404);
  }

  @Test
  void changesManyAtOnceAndTakesItBack() {
    Guest owner = guests.join();
    String token = token(owner);
    List<AlertId> ids =
        incidents.alertsOf(incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE));
    String body = "{\"ids\":%s,\"state\":\"in-progress\"}".formatted(ids);
    JsonNode changed = read(call(token, "POST", ALERTS + "/bulk", body));
    assertThat(changed.required("changed")).hasSize(6);
    JsonNode undone = read(call(token, "POST", ALERTS + "/undo", ""));
    assertThat(undone.required("changed")).hasSize(6);
    assertThat(call(token, "POST", ALERTS + "/undo", "").status()).isEqualTo(409);
  }

  @Test
  void talksAndShowsPackets() {
    Guest owner = guests.join();
    String token = token(owner);
    String path = ALERTS + "/" + alert(owner);
    Answer said = call(token, "POST", path + "/comments", "{\"text\":\"Seen\"}");
    assertThat(said.status()).isEqualTo(201);
    String comment = path + "/comments/" + read(said).required("id").asLong();
    assertThat(call(token, "PUT", comment, "{\"text\":\"Seen twice\"}").body())
        .contains("Seen twice");
    assertThat(call(token, "DELETE", comment, "").status()).isEqualTo(204);
    assertThat(read(call(token, "GET", path + "/comments", "")).required("items")).isEmpty();
    JsonNode packets = read(call(token, "GET", path + "/packets?cursor=2", ""));
    assertThat(packets.required("items")).hasSize(20);
    assertThat(packets.required("next").asString()).isEqualTo("3");
    Answer slice = call(token, "GET", path + "/slice?format=pcap", "");
    assertThat(slice.header("Content-Type")).isEqualTo("application/vnd.tcpdump.pcap");
    assertThat(slice.header("Content-Disposition")).endsWith(".pcap\"");
  }

  @Test
  void listsByStateAndSeverity() {
    Guest owner = guests.join();
    String token = token(owner);
    CaptureId night = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    List<AlertId> ids = incidents.alertsOf(night);
    call(token, "PATCH", ALERTS + "/" + ids.getFirst(), "{\"state\":\"escalated\"}");
    String list = ALERTS + "?limit=500&q=capture:" + night;
    assertThat(items(token, list + "&state=escalated")).hasSize(1);
    assertThat(items(token, list + "&state=open,escalated")).hasSize(6);
    assertThat(items(token, list + "&state=archived")).isEmpty();
    assertThat(items(token, list + "&severity=%3E%3Dhigh&state=open"))
        .isNotEmpty()
        .allSatisfy(
            item -> assertThat(item.required("severity").asString()).isIn("high", "critical"));
    for (String wrong : List.of("&state=lost", "&severity=awful", "&state=open%20is:any")) {
      assertThat(call(token, "GET", list + wrong, "").status()).as(wrong).isEqualTo(422);
    }
  }

  private List<JsonNode> items(String token, String path) {
    return read(call(token, "GET", path, "")).required("items").valueStream().toList();
  }

  @Test
  void keepsFilters() {
    Guest owner = guests.join();
    String token = token(owner);
    String filters = ALERTS + "/filters";
    Answer made = call(token, "POST", filters, "{\"name\":\"Mine\",\"q\":\"assignee:me\"}");
    assertThat(made.status()).isEqualTo(201);
    String one = made.header("Location");
    call(token, "POST", filters, "{\"name\":\"Other\"}");
    assertThat(read(call(token, "PUT", one, "{\"name\":\"Bad\",\"q\":\"severity:high\"}")))
        .hasToString(
            "{\"id\":%s,\"name\":\"Bad\",\"q\":\"severity:high\"}"
                .formatted(one.substring(one.lastIndexOf('/') + 1)));
    assertThat(call(token, "PUT", one, "{\"name\":\"Other\"}").status()).isEqualTo(409);
    assertThat(call(token, "PUT", one, "{\"name\":\"B\",\"q\":\"severity:x\"}").status())
        .isEqualTo(422);
    assertThat(call(token, "POST", filters, "{}").status()).isEqualTo(422);
    assertThat(items(token, filters)).hasSize(2);
    String stranger = token(guests.join());
    assertThat(call(stranger, "PUT", one, "{\"name\":\"X\"}").status()).isEqualTo(404);
    assertThat(call(stranger, "DELETE", one, "").status()).isEqualTo(404);
    assertThat(call(token, "DELETE", one, "").status()).isEqualTo(204);
    assertThat(items(token, filters)).hasSize(1);
  }

  @Test
  void makesRulesFromAlerts() {
    Guest owner = guests.join();
    String token = token(owner);
    AlertId alert = alert(owner);
    String rules = ALERTS + "/rules";
    String wanted = "{\"alert\":%s,\"present\":true,\"reason\":\"duplicate\"}".formatted(alert);
    Answer made = call(token, "POST", rules, wanted);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String rule = made.header("Location");
    assertThat(read(made).required("archived").asInt()).isPositive();
    assertThat(read(made).required("subject").isString()).isTrue();
    assertThat(read(call(token, "GET", rule, ""))).isEqualTo(read(made));
    JsonNode archived = read(call(token, "GET", ALERTS + "/" + alert, ""));
    assertThat(archived.required("state").asString()).isEqualTo("archived");
    assertThat(archived.required("reason").asString()).isEqualTo("duplicate");
    String stranger = token(guests.join());
    assertThat(call(stranger, "POST", rules, wanted).status()).isEqualTo(404);
    assertThat(call(stranger, "DELETE", rule, "").status()).isEqualTo(403);
    for (String body :
        List.of("{\"alert\":%s,\"reason\":\"boring\"}", "{\"alert\":%s,\"most_severe\":\"x\"}")) {
      assertThat(call(token, "POST", rules, body.formatted(alert)).status()).isEqualTo(422);
    }
    assertThat(call(token, "DELETE", rule, "").status()).isEqualTo(204);
    assertThat(call(token, "GET", rule, "").status()).isEqualTo(404);
  }

  @Test
  void handsAlertsOutAsParquet(@TempDir Path folder) throws Exception {
    Guest owner = guests.join();
    String token = token(owner);
    CaptureId night = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    String export = ALERTS + "/export?format=parquet&q=capture:" + night;
    Path file = folder.resolve("alerts.parquet");
    HttpRequest request = client.request(export).header("Authorization", "Bearer " + token).build();
    client.client().send(request, BodyHandlers.ofFile(file));
    List<Long> ids = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement query = duckdb.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT id, epoch_ns(\"end\") >= epoch_ns(start) AS whole, techniques[1] AS first"
                    + " FROM '"
                    + file
                    + "' WHERE capture_id = '"
                    + night
                    + "'")) {
      while (rows.next()) {
        ids.add(rows.getLong("id"));
        assertThat(rows.getBoolean("whole")).isTrue();
        assertThat(rows.getString("first")).startsWith("T1");
      }
    }
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            incidents.alertsOf(night).stream().map(AlertId::value).toList());
    String none = ALERTS + "/export?format=parquet&q=capture:" + night + "%20is:archived";
    assertThat(call(token, "GET", none, "").status()).isEqualTo(200);
    assertThat(call(token, "GET", ALERTS + "/export?format=xml", "").status()).isEqualTo(422);
  }

  private AlertId alert(Guest owner) {
    return incidents
        .alertsOf(incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE))
        .getFirst();
  }

  private String token(Guest guest) {
    return tokens.make(
        guest.id(), "test", EnumSet.of(Scope.READ, Scope.WRITE), Duration.ofHours(1));
  }

  private Answer call(String token, String method, String path, String body) {
    return send(
        client
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private Answer send(HttpRequest.Builder request) {
    return client.send(request.build());
  }

  private JsonNode read(Answer answer) {
    return json.readTree(answer.body());
  }
}

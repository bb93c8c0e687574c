package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Names in captures, and all that people type, stay text.
@RunningPlatform
class HostileTextTests {
  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
  private static final List<String> KEPT =
      List.of("id", "severity", "start", "end", "kind", "framework", "transport");

  private final Incidents incidents;
  private final Guests guests;
  private final JdbcClient sql;
  private final JsonMapper json;

  HostileTextTests(Incidents incidents, Guests guests, JdbcClient sql, JsonMapper json) {
    this.incidents = incidents;
    this.guests = guests;
    this.sql = sql;
    this.json = json;
  }

  @Test
  void showsWhatCapturesHoldAsText() {
    Guest owner = guests.join();
    CaptureId capture = incidents.capture("night.pcapng", owner.id(), Visibility.PRIVATE);
    incidents.analysed(capture, hostile(Incidents.document("night.pcapng")));
    sql.sql("update captures set name = :name where id = :id")
        .param("name", HOSTILE)
        .param("id", capture.value())
        .update();
    AlertId alert = incidents.alertsOf(capture).getFirst();
    String here = "is:any+capture:" + capture;
    for (String path :
        List.of(
            "/alerts?q=" + here,
            "/alerts?view=groups&q=" + here,
            "/alerts/" + alert,
            "/alerts/" + alert + "/rule",
            "/alerts/" + alert + "/packets")) {
      Answer page = owner.browser().get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }
    assertThat(owner.browser().get("/alerts/" + alert).body()).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void showsWhatPeopleTypeAsText() {
    Guest owner = guests.join();
    AlertId alert =
        incidents
            .alertsOf(incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE))
            .getFirst();
    String path = "/alerts/" + alert;
    owner.browser().submit(path, path + "/comments", Map.of("text", HOSTILE + " javascript:x"));
    owner
        .browser()
        .submit("/alerts", "/alerts/filters", Map.of("name", HOSTILE, "q", "host:" + HOSTILE));
    for (String page :
        List.of(
            path, "/alerts", "/alerts?q=" + encoded(HOSTILE), "/alerts?q=is:" + encoded(HOSTILE))) {
      assertThat(owner.browser().get(page).body())
          .as(page)
          .doesNotContain("<script>alert")
          .doesNotContain("<img src=x")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void keepsFormulasOutOfSpreadsheets() {
    Guest owner = guests.join(Role.MEMBER);
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    sql.sql("update captures set name = '=cmd|''/c calc''!A1' where id = :id")
        .param("id", capture.value())
        .update();
    Answer csv = owner.browser().get("/alerts/export?q=is:any+capture:" + capture);
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    int alerts = json.readTree(Incidents.document("night.pcapng")).required("alerts").size();
    assertThat(csv.body().lines()).hasSize(1 + alerts);
    assertThat(csv.body()).contains("\"'=cmd|'/c calc'!A1\"");
  }

  private String hostile(String document) {
    JsonNode tree = json.readTree(document);
    tree.required("alerts").forEach(this::spoil);
    return json.writeValueAsString(tree);
  }

  /// Puts hostile text behind every text, with a NUL, which PostgreSQL refuses.
  private void spoil(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .propertyNames()
          .forEach(
              name -> {
                JsonNode value = object.get(name);
                if (value.isString() && !KEPT.contains(name)) {
                  object.put(name, value.asString() + "\0" + HOSTILE);
                } else {
                  spoil(value);
                }
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isString()) {
          array.set(i, array.get(i).asString() + HOSTILE);
        } else {
          spoil(array.get(i));
        }
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

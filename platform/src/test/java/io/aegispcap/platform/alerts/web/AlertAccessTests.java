package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An alert is there for exactly those who see its capture, at every address.
@RunningPlatform
class AlertAccessTests {
  private static final List<String> READING =
      List.of(
          "/alerts/%s",
          "/alerts/%s/packets",
          "/alerts/%s/slice",
          "/alerts/%s/rule",
          "/api/v1/alerts/%s",
          "/api/v1/alerts/%s/comments",
          "/api/v1/alerts/%s/history",
          "/api/v1/alerts/%s/packets",
          "/api/v1/alerts/%s/slice");
  private static final List<String> CHANGING =
      List.of(
          "/alerts/%s/comments",
          "/alerts/%s/comments/1", "/alerts/%s/comments/1/delete", "/alerts/%s/rule");

  private final Incidents incidents;
  private final Guests guests;
  private final Browser visitor;
  private final JdbcClient sql;

  AlertAccessTests(Incidents incidents, Guests guests, Browser visitor, JdbcClient sql) {
    this.incidents = incidents;
    this.guests = guests;
    this.visitor = visitor;
    this.sql = sql;
  }

  @Test
  void showsPrivateAlertsToOwnerAndAdministratorsAlone() {
    Guest owner = guests.join();
    AlertId alert = alert(owner, Visibility.PRIVATE);
    Guest other = guests.join(Role.MAINTAINER);
    seen(owner.browser(), alert, 200);
    seen(guests.join(Role.ADMINISTRATOR).browser(), alert, 200);
    seen(other.browser(), alert, 404);
    String csrf = other.browser().get("/alerts").csrf();
    for (String path : CHANGING) {
      assertThat(other.browser().post(path.formatted(alert), csrf, Map.of("text", "x")).status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(change(other, alert, "archive").status()).isEqualTo(404);
    assertThat(state(alert)).isEqualTo("OPEN");
    assertThat(visitor.get("/alerts/" + alert).status()).isEqualTo(404);
  }

  @Test
  void showsTeamAlertsToWhoeverSignedIn() {
    AlertId alert = alert(guests.join(), Visibility.TEAM);
    Guest colleague = guests.join();
    seen(colleague.browser(), alert, 200);
    assertThat(visitor.get("/alerts/" + alert).status()).isEqualTo(404);
    assertThat(change(colleague, alert, "archive:benign").status()).isEqualTo(303);
    assertThat(state(alert)).isEqualTo("ARCHIVED");
  }

  @Test
  void showsPublicAlertsToVisitorsWhoChangeNothing() {
    AlertId alert = alert(guests.join(), Visibility.PUBLIC);
    assertThat(visitor.get("/alerts/" + alert).status()).isEqualTo(200);
    assertThat(visitor.get("/alerts/" + alert + "/packets").status()).isEqualTo(200);
    String csrf = visitor.get("/sign-in").csrf();
    assertThat(
            visitor
                .post("/alerts/change", csrf, Map.of("ids", alert.toString(), "do", "archive"))
                .status())
        .isIn(302, 401, 403);
    assertThat(state(alert)).isEqualTo("OPEN");
  }

  @Test
  void hidesAlertsWithTheCaptureThatIsDeleted() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.TEAM);
    AlertId alert = incidents.alertsOf(capture).getFirst();
    sql.sql("update captures set deleted_at = now() where id = :id")
        .param("id", capture.value())
        .update();
    seen(owner.browser(), alert, 404);
    sql.sql("update captures set deleted_at = null where id = :id")
        .param("id", capture.value())
        .update();
    seen(owner.browser(), alert, 200);
  }

  @Test
  void listsAndExportsOnlyWhatTheCallerSees() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    Guest other = guests.join();
    for (String path :
        List.of("/alerts?q=", "/api/v1/alerts?q=", "/alerts/export?q=", "/alerts?view=groups&q=")) {
      String here = path + "is:any+capture:" + capture;
      assertThat(body(owner.browser(), here)).as(path).contains("198.51.100.23");
      assertThat(body(other.browser(), here)).as(path).doesNotContain("198.51.100.23");
      assertThat(body(visitor, here)).as(path).doesNotContain("198.51.100.23");
    }
  }

  @Test
  void givesNobodyWhatTheyDoNotSee() {
    Guest owner = guests.join();
    Guest other = guests.join();
    AlertId alert = alert(owner, Visibility.PRIVATE);
    Answer refused =
        owner
            .browser()
            .submit(
                "/alerts/" + alert,
                "/alerts/change",
                Map.of("ids", alert.toString(), "do", "assign", "assignee", other.handle()));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("its capture is private");
  }

  private static String body(Browser browser, String path) {
    return browser.send(browser.request(path).build()).body();
  }

  private static int status(Browser browser, String path) {
    return browser.send(browser.request(path).build()).status();
  }

  private void seen(Browser browser, AlertId alert, int status) {
    for (String path : READING) {
      assertThat(status(browser, path.formatted(alert))).as(path).isEqualTo(status);
    }
  }

  private Answer change(Guest guest, AlertId alert, String action) {
    return guest
        .browser()
        .submit("/alerts", "/alerts/change", Map.of("ids", alert.toString(), "do", action));
  }

  private String state(AlertId alert) {
    return sql.sql("select state from alert where id = :id")
        .param("id", alert.value())
        .query(String.class)
        .single();
  }

  private AlertId alert(Guest owner, Visibility visibility) {
    return incidents.alertsOf(incidents.sample("night.pcapng", owner.id(), visibility)).getFirst();
  }
}

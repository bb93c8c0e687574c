package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.PageCheck;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Triage in a real browser.
@RunningPlatform
class AlertBrowserTests {
  private final Incidents incidents;
  private final Guests guests;
  private final Chromium chromium;
  private final JdbcClient sql;

  AlertBrowserTests(Incidents incidents, Guests guests, Chromium chromium, JdbcClient sql) {
    this.incidents = incidents;
    this.guests = guests;
    this.chromium = chromium;
    this.sql = sql;
  }

  @Test
  void triagesTenAlertsByKeyboardAlone() {
    Guest analyst = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", analyst.id(), Visibility.PRIVATE);
    incidents.copies(incidents.alertsOf(capture).getFirst(), 4);
    try (BrowserContext window = chromium.window(analyst.browser())) {
      Page page = window.newPage();
      page.navigate("/alerts?q=capture:" + capture);
      assertThat(page.locator(".alert-row").count()).isEqualTo(10);
      page.keyboard().press("j");
      press(page, "e");
      assertThat(states(capture)).containsExactly("ESCALATED");
      press(page, "u");
      assertThat(states(capture)).isEmpty();
      page.keyboard().press("j");
      page.keyboard().press("j");
      press(page, "p");
      for (int left = 10; left > 0; left--) {
        press(page, left % 2 == 0 ? "b" : "f");
        assertThat(page.locator(".alert-row").count()).isEqualTo(left - 1);
      }
      assertThat(states(capture)).hasSize(10).containsOnly("ARCHIVED");
    }
  }

  /// A key that changes something, and the page that comes then.
  private static void press(Page page, String key) {
    page.evaluate("window.before = true");
    page.keyboard().press(key);
    page.waitForFunction("() => !window.before && document.readyState === 'complete'");
  }

  @Test
  void choosesSeveralAndChangesThemTogether() {
    Guest analyst = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", analyst.id(), Visibility.PRIVATE);
    try (BrowserContext window = chromium.window(analyst.browser())) {
      Page page = window.newPage();
      page.navigate("/alerts?q=capture:" + capture);
      page.keyboard().press("X");
      press(page, "a");
      assertThat(states(capture)).hasSize(6).containsOnly("ARCHIVED");
      assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("6 alerts archived.");
    }
  }

  @Test
  void saysOnceWhatIsSentTwice() {
    Guest analyst = guests.join();
    AlertId alert =
        incidents
            .alertsOf(incidents.sample("night.pcapng", analyst.id(), Visibility.PRIVATE))
            .getFirst();
    try (BrowserContext window = chromium.window(analyst.browser())) {
      Page page = window.newPage();
      page.navigate("/alerts/" + alert);
      page.fill("#comment-new", "Once.");
      page.evaluate("window.before = true");
      page.evaluate(
          "() => { const form = document.querySelector('.comment-form');"
              + " form.requestSubmit(); form.requestSubmit(); }");
      page.waitForFunction("() => !window.before && document.readyState === 'complete'");
      page.reload();
      assertThat(page.locator(".comment-text").allTextContents()).containsExactly("Once.");
    }
  }

  @Test
  void showsWhatARuleMatchesAsItsFormChanges() {
    Guest analyst = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", analyst.id(), Visibility.PRIVATE);
    AlertId alert = incidents.alertsOf(capture).getFirst();
    try (BrowserContext window = chromium.window(analyst.browser())) {
      Page page = window.newPage();
      page.navigate("/alerts/" + alert + "/rule");
      assertThat(page.locator("#rule-matches strong").first().textContent()).isNotEqualTo("0");
      page.check("input[name=present]");
      page.waitForResponse(
          response -> response.url().contains("severity=INFO") && !response.url().contains("_csrf"),
          () -> page.selectOption("#severity", "INFO"));
      page.waitForFunction(
          "() => document.querySelector('#rule-matches strong').textContent === '0'");
      assertThat(page.isChecked("input[name=present]")).isTrue();
    }
  }

  @Test
  void showsPacketsAsOneScrollsToThem() {
    Guest analyst = guests.join();
    AlertId alert =
        incidents
            .alertsOf(incidents.sample("night.pcapng", analyst.id(), Visibility.PRIVATE))
            .getFirst();
    try (BrowserContext window = chromium.window(analyst.browser())) {
      Page page = window.newPage();
      page.navigate("/alerts/" + alert);
      page.locator("#alert-packets").scrollIntoViewIfNeeded();
      page.locator("details.packet summary").first().click();
      page.locator("details.packet pre").first().waitFor();
      page.keyboard().press("c");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("comment-new");
      page.keyboard().type("a b c");
      assertThat(page.inputValue("#comment-new")).isEqualTo("a b c");
    }
  }

  @Test
  void canBeReadByEverybodyOnAnyScreen() {
    Guest analyst = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", analyst.id(), Visibility.PRIVATE);
    AlertId alert = incidents.alertsOf(capture).getFirst();
    List<String> wrong = new ArrayList<>();
    try (BrowserContext window = chromium.window(analyst.browser());
        PageCheck check = new PageCheck(window)) {
      for (String path :
          List.of(
              "/alerts?q=capture:" + capture,
              "/alerts?view=groups&q=capture:" + capture,
              "/alerts?q=severity:awful",
              "/alerts/" + alert,
              "/alerts/" + alert + "/packets",
              "/alerts/" + alert + "/rule")) {
        wrong.addAll(check.visit(path).orElseThrow());
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// Of those that are not open any more.
  private List<String> states(CaptureId capture) {
    return sql.sql("select state from alert where capture = :capture and state <> 'OPEN'")
        .param("capture", capture.value())
        .query(String.class)
        .list();
  }
}

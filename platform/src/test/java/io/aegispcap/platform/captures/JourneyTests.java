package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import io.aegispcap.platform.running.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ways that people go, in a real browser.
@RunningPlatform
class JourneyTests {
  private static final double LONG = 90_000; // milliseconds
  private static final String OVERFLOW =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Guests people;
  private final CaptureGuests guests;
  private final Chromium chromium;
  private final Browser visitor;
  private final JdbcConnectionDetails database;
  private final JdbcClient sql;

  JourneyTests(
      Guests people,
      ApiTokens tokens,
      Browser visitor,
      Chromium chromium,
      JdbcConnectionDetails database,
      JdbcClient sql) {
    this.people = people;
    this.guests = new CaptureGuests(people, tokens, visitor);
    this.chromium = chromium;
    this.visitor = visitor;
    this.database = database;
    this.sql = sql;
  }

  /// Another database on the same server, with nothing in it.
  private record Empty(String name, JdbcConnectionDetails server) implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return server.getJdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
    }

    @Override
    public String getUsername() {
      return server.getUsername();
    }

    @Override
    public String getPassword() {
      return server.getPassword();
    }
  }

  @Test
  void fromTheFirstStartToTheFirstAlert(@TempDir Path data) throws Exception {
    String name = "first_" + UUID.randomUUID().toString().replace("-", "");
    sql.sql("create database " + name).update();
    try (ServerProcess server =
        new ServerProcess(new Empty(name, database), data.resolve("data"), Map.of())) {
      server.browser();
      String link = server.line("Set up the first administrator at (http\\S+)");
      String place = link.substring(0, link.indexOf('/', "http://".length()));
      try (BrowserContext window = chromium.window(visitor.another());
          Page page = window.newPage()) {
        page.navigate(link);
        page.fill("#handle", "ada");
        page.fill("#name", "Ada");
        page.fill("#password", Guests.PASSWORD);
        page.click("main button[type=submit]");
        page.navigate(place + "/");
        assertThat(page.textContent("h1")).isEqualTo("Hello, Ada");
        page.click("text=Upload a capture");
        page.setInputFiles(
            "#files", Path.of(System.getProperty("aegis.root"), "samples", "night.pcapng"));
        page.waitForSelector(".verdict", new Page.WaitForSelectorOptions().setTimeout(LONG));
        firstAlert(page).click();
        page.waitForURL("**/alerts/*");
        assertThat(page.textContent("main")).contains("What to do next", "Packets that prove it");
      }
      server.terminate();
      server.exitCode();
    } finally {
      sql.sql("drop database if exists " + name + " with (force)").update();
    }
  }

  /// They come a moment after the verdict.
  private static Locator firstAlert(Page page) {
    for (int i = 0; i < 100 && page.locator("a.alert-sentence").count() == 0; i++) {
      page.waitForTimeout(200);
      page.reload();
    }
    return page.locator("a.alert-sentence").first();
  }

  @Test
  void aMemberSeesNothingOfAnothersPrivateCapture() {
    CaptureGuest owner = guests.program();
    String word = "secret" + UUID.randomUUID().toString().substring(0, 8);
    String id = owner.uploaded(word + ".pcapng", "private", Samples.named("dns-tunnel.pcapng"));
    owner.settled(id);
    String capture = "/captures/" + id;
    String frame = first(owner, id, "flows", "frame");
    String ip = first(owner, id, "hosts", "ip");
    List<String> hidden =
        List.of(
            capture,
            capture + "/flows",
            capture + "/flows/" + frame,
            capture + "/flows/" + frame + "/packets",
            capture + "/flows/export",
            capture + "/hosts",
            capture + "/hosts/" + ip,
            capture + "/names",
            capture + "/files",
            capture + "/content",
            capture + "/report");
    try (BrowserContext window = chromium.window(people.join().browser());
        Page page = window.newPage()) {
      for (String path : hidden) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(page.content()).as(path).doesNotContain(word);
      }
      for (String path :
          List.of("/captures", "/alerts?q=is:any", "/search?q=" + word, "/jobs", "/")) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        assertThat(page.locator("a[href*='" + id + "']").count()).as(path).isZero();
        assertThat(page.textContent("main")).as(path).doesNotContain(word + ".");
      }
      for (String path : hidden) {
        assertThat(page.evaluate("path => fetch(path).then((a) => a.status)", "/api/v1" + path))
            .as(path)
            .isEqualTo(404);
      }
      String found = "path => fetch(path).then((answer) => answer.text())";
      assertThat((String) page.evaluate(found, "/api/v1/search?q=" + word)).doesNotContain(id);
      assertThat((String) page.evaluate(found, "/api/v1/search?q=" + ip)).doesNotContain(id);
      assertThat((String) page.evaluate(found, "/api/v1/alerts?limit=500")).doesNotContain(id);
      assertThat((String) page.evaluate(found, "/api/v1/captures?limit=200")).doesNotContain(id);
    }
  }

  private static String first(CaptureGuest owner, String id, String list, String member) {
    return owner
        .json("/api/v1/captures/" + id + "/" + list + "?limit=1")
        .get("items")
        .get(0)
        .get(member)
        .asString();
  }

  @Test
  void triageOnATelephone() {
    Guests.Guest guest = people.join();
    CaptureGuest owner = guests.of(guest, Set.of(Scope.READ, Scope.WRITE));
    String id = owner.uploaded("night.pcapng", "private", Samples.named("night.pcapng"));
    owner.settled(id);
    List<String> tooWide = new ArrayList<>();
    try (BrowserContext window = chromium.window(guest.browser());
        Page page = window.newPage()) {
      page.setViewportSize(Chromium.PHONE_WIDTH, Chromium.PHONE_HEIGHT);
      page.navigate("/");
      fits(page, tooWide);
      page.click("summary[aria-label=Sections]");
      page.click(".menu-body a:has-text('Captures')");
      fits(page, tooWide);
      page.click("a:has-text('night.pcapng')");
      page.waitForURL("**/captures/" + id);
      fits(page, tooWide);
      firstAlert(page).click();
      page.waitForURL("**/alerts/*");
      fits(page, tooWide);
      page.click("button:has-text('Escalate')");
      page.waitForSelector("main .state:has-text('Escalated')");
      fits(page, tooWide);
    }
    assertThat(tooWide).isEmpty();
  }

  private static void fits(Page page, List<String> tooWide) {
    if (((Number) page.evaluate(OVERFLOW)).intValue() > 0) {
      tooWide.add(page.url());
    }
  }
}

package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.PageCheck;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Captures in a real browser.
@RunningPlatform
class CapturePagesTests {
  private static final Pattern CAPTURE = Pattern.compile(".*/captures/[0-9a-f-]{36}");
  private static final double LONG = 60_000;

  private final Guests people;
  private final CaptureGuests guests;
  private final Chromium chromium;

  CapturePagesTests(Guests people, ApiTokens tokens, Browser browser, Chromium chromium) {
    this.people = people;
    this.guests = new CaptureGuests(people, tokens, browser);
    this.chromium = chromium;
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  @Test
  void leadFromADroppedFileToItsVerdict() {
    Guests.Guest guest = people.join();
    List<String> wrong = new ArrayList<>();
    try (BrowserContext window = chromium.window(guest.browser());
        Page page = window.newPage()) {
      page.onPageError(wrong::add);
      page.navigate("/captures");
      page.setInputFiles("#files", file("office.pcap", Samples.fresh(2000)));
      page.waitForURL(CAPTURE, new Page.WaitForURLOptions().setTimeout(LONG));
      page.waitForSelector(".verdict", new Page.WaitForSelectorOptions().setTimeout(LONG));
      wrong.addAll(PageCheck.faults(page, List.of()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void leadFromATagToAllThatBearIt() {
    Guests.Guest guest = people.join();
    CaptureGuest program = guests.of(guest, Set.of(Scope.READ, Scope.WRITE));
    String id = program.uploaded("tagged.pcap", "private", Samples.fresh(20));
    program.call("PATCH", "/api/v1/captures/" + id, "{\"tags\":[\"c&c+\"]}");
    assertThat(guest.browser().get("/captures").body()).contains("href=\"/captures?q=c%26c%2B\"");
    assertThat(guest.browser().get("/captures/" + id).body())
        .contains("href=\"/captures?q=c%26c%2B\"");
    assertThat(guest.browser().get("/captures?q=c%26c%2B").body()).contains("tagged.pcap");
  }

  @Test
  void tellIncidentsStepByStep() throws IOException {
    Guests.Guest guest = people.join();
    CaptureGuest program = guests.of(guest, Set.of(Scope.READ, Scope.WRITE));
    String id = program.uploaded("night.pcap", "private", AlertingCapture.of(8090));
    program.settled(id);
    JsonNode told = program.json("/api/v1/captures/" + id + "/analyses").at("/items/0/incidents/0");
    assertThat(told.get("title").asString()).contains("password guessing");
    assertThat(told.at("/steps/0/stage").asString()).isEqualTo("access");
    try (BrowserContext window = chromium.window(guest.browser());
        PageCheck check = new PageCheck(window);
        Page page = window.newPage()) {
      assertThat(check.visit("/captures/" + id).orElseThrow()).isEmpty();
      page.navigate("/captures/" + id);
      assertThat(page.locator("#incidents").textContent())
          .contains(told.get("title").asString())
          .contains(told.at("/steps/0/sentence").asString());
    }
  }

  @Test
  void goOnWithAnUploadThatLostItsConnection() {
    Guests.Guest guest = people.join();
    AtomicInteger lost = new AtomicInteger();
    try (BrowserContext window = chromium.window(guest.browser());
        Page page = window.newPage()) {
      window.route(
          Pattern.compile(".*/api/v1/uploads/.*"),
          route -> {
            if (route.request().method().equals("PATCH") && lost.incrementAndGet() <= 2) {
              route.abort("connectionreset");
            } else {
              route.resume();
            }
          });
      page.navigate("/captures");
      page.setInputFiles("#files", file("office.pcap", Samples.fresh(2000)));
      page.waitForURL(CAPTURE, new Page.WaitForURLOptions().setTimeout(LONG));
    }
    assertThat(lost.get()).isEqualTo(3);
  }

  @Test
  void listUploadsThatWereInterrupted() {
    Guests.Guest guest = people.join();
    CaptureGuest program = guests.of(guest, Set.of(Scope.READ, Scope.WRITE));
    byte[] capture = Samples.fresh(2000);
    String path = program.begun("office.pcap", capture.length);
    program.patch(path, 0, Arrays.copyOf(capture, 1000));
    try (BrowserContext window = chromium.window(guest.browser());
        Page page = window.newPage()) {
      page.navigate("/captures");
      Locator interrupted = page.locator("[data-upload]");
      assertThat(interrupted.textContent()).contains("office.pcap").contains("Interrupted");
      page.onDialog(Dialog::accept);
      interrupted.locator("button").click();
      interrupted.waitFor(
          new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(LONG));
    }
    assertThat(program.patch(path, 1000, capture).status()).isEqualTo(404);
  }

  @Test
  void sayWhyAFileIsRefused() {
    Guests.Guest guest = people.join();
    try (BrowserContext window = chromium.window(guest.browser());
        Page page = window.newPage()) {
      page.navigate("/captures");
      page.setInputFiles(
          "#files", file("<img src=x onerror=alert(1)>.txt", new byte[] {'h', 'i', '!', '\n'}));
      Locator failed = page.locator(".upload.failed");
      failed.waitFor(new Locator.WaitForOptions().setTimeout(LONG));
      assertThat(failed.textContent()).contains("text file");
      assertThat(failed.locator("img").count()).isZero();
    }
  }
}

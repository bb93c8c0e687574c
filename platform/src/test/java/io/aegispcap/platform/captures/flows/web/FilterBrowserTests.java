package io.aegispcap.platform.captures.flows.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.PageCheck;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Pages about flows in a real browser.
@RunningPlatform
class FilterBrowserTests {
  private final Guests guests;
  private final Chromium chromium;

  FilterBrowserTests(Guests guests, Chromium chromium) {
    this.guests = guests;
    this.chromium = chromium;
  }

  private UploadedCapture capture() throws IOException, InterruptedException {
    return UploadedCapture.night(guests);
  }

  @Test
  void draggingOverTheTimeLineFiltersForThatTime() throws Exception {
    UploadedCapture capture = capture();
    try (BrowserContext window = chromium.window(capture.owner().browser());
        Page page = window.newPage()) {
      page.navigate("/captures/" + capture.id() + "/flows?q=proto+%3D%3D+tls");
      drag(page, 0.3, 0.4);
      assertThat(filter(page))
          .matches("proto == tls and end >= \\S+Z and start < \\S+Z")
          .isEqualTo(page.inputValue("#filter"));
      drag(page, 0.2, 0.7);
      assertThat(filter(page)).matches("proto == tls and end >= \\S+Z and start < \\S+Z");
    }
  }

  private static void drag(Page page, double from, double to) {
    page.waitForSelector(".timeline-picture canvas");
    BoundingBox box = page.locator(".timeline-picture").boundingBox();
    String before = page.url();
    page.mouse().move(box.x + box.width * from, box.y + box.height / 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width * (from + to) / 2, box.y + box.height / 2);
    page.mouse().move(box.x + box.width * to, box.y + box.height / 2);
    page.mouse().up();
    page.waitForURL(url -> !url.equals(before));
  }

  private static String filter(Page page) {
    String url = page.url();
    return URLDecoder.decode(url.substring(url.indexOf("q=") + 2), StandardCharsets.UTF_8);
  }

  @Test
  void completionIsDoneByKeyboard() throws Exception {
    UploadedCapture capture = capture();
    try (BrowserContext window = chromium.window(capture.owner().browser());
        Page page = window.newPage()) {
      page.navigate("/captures/" + capture.id() + "/flows");
      page.locator("#filter").pressSequentially("proto == dn");
      page.waitForSelector("#filter-choices li:has-text('dns')");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.inputValue("#filter")).isEqualTo("proto == dns ");
      page.keyboard().press("Escape");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*q=proto.*dns.*"));
      assertThat(page.content()).contains("Remove proto == dns");
    }
  }

  @Test
  void pagesCanBeReadByEverybody() throws Exception {
    UploadedCapture capture = capture();
    List<String> wrong = new ArrayList<>();
    String frame = capture.api("/flows?limit=1").path("items").path(0).path("frame").asString();
    String host = capture.api("/hosts?limit=1").path("items").path(0).path("ip").asString();
    List<String> paths =
        List.of(
            "?q=proto+%3D%3D+tls",
            "/flows",
            "/flows?q=hsot",
            "/flows?q=port+%3D%3D+1",
            "/flows/" + frame,
            "/hosts",
            "/hosts/" + host,
            "/names",
            "/files");
    try (BrowserContext window = chromium.window(capture.owner().browser());
        PageCheck check = new PageCheck(window)) {
      for (String path : paths) {
        wrong.addAll(check.visit("/captures/" + capture.id() + path).orElseThrow());
      }
    }
    assertThat(wrong).isEmpty();
  }
}

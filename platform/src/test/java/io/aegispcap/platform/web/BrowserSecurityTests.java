package io.aegispcap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPlatform
class BrowserSecurityTests {
  private static final Pattern LOADED = Pattern.compile("(?:src|<link[^>]* href)=\"([^\"]+)\"");

  private final Browser browser;
  private final Guests guests;

  BrowserSecurityTests(Browser browser, Guests guests) {
    this.browser = browser;
    this.guests = guests;
  }

  @Test
  void tellsBrowsersToLoadNothingFromElsewhereAndNothingInline() {
    String policy = browser.get("/").header("Content-Security-Policy");
    assertThat(policy).startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    assertThat(policy).doesNotContain("unsafe").doesNotContain("http");
  }

  @Test
  void sendsTheHeadersThatKeepBrowsersSafe() {
    Answer home = browser.get("/");
    assertThat(home.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(home.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(home.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(home.header("Permissions-Policy")).contains("camera=()");
    assertThat(home.header("Cache-Control")).contains("no-store");
  }

  @Test
  void refusesAChangeWithoutTheTokenOfItsForm() {
    assertThat(browser.post("/", "made-up", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void servesWhatPagesLoadToBeKeptForLong() {
    String home = browser.get("/").body();
    List<String> loaded = LOADED.matcher(home).results().map(MatchResult::group).toList();
    assertThat(loaded).isNotEmpty();
    for (MatchResult file : LOADED.matcher(home).results().toList()) {
      Answer asset = browser.get(file.group(1));
      assertThat(asset.status()).as(file.group(1)).isEqualTo(200);
      assertThat(asset.header("Cache-Control")).as(file.group(1)).contains("max-age=31536000");
    }
  }

  @Test
  void takesAFormThatWasOpenWhileOtherPagesWereSeen() {
    Guest guest = guests.join();
    String form = guest.browser().get("/account").csrf();
    guest.browser().get("/account/tokens");
    guest.browser().get("/");
    Answer saved = guest.browser().post("/account", form, Map.of("name", "Ada", "expertise", ""));
    assertThat(saved.status()).isEqualTo(303);
  }
}

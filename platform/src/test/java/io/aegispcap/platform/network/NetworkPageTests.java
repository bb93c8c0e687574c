package io.aegispcap.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.PageCheck;
import io.aegispcap.platform.running.RunningPlatform;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What maintainers do at the page, most of it without scripts. Each test leaves nothing known.
@RunningPlatform
class NetworkPageTests {
  private static final Pattern REMOVAL = Pattern.compile("/network/entries/\\d+/remove");
  private static final Pattern PATH = Pattern.compile("^https?://[^/]*");
  private static final String CALIBRATION =
      """
      {"format":"aegispcap-calibration","version":1,"software":"0.1.0",
       "captures":[{"name":"a-rather-long-name-of-a-capture-that-was-taken-on-a-calm-monday-in-november.pcapng"}],
       "thresholds":[{"detector":"port-scan","version":"1","measure":"ports","unit":"",
                      "built_in":25,"network":62,"alerts":7,"greatest":80}],
       "inside_hosts":0,"common":[]}
      """;

  private final Chromium chromium;
  private final Browser maintainer;

  NetworkPageTests(Guests guests, Chromium chromium) {
    this.chromium = chromium;
    this.maintainer = guests.join(Role.MAINTAINER).browser();
  }

  @AfterEach
  void forget() {
    for (MatchResult removal :
        REMOVAL.matcher(maintainer.get("/network").body()).results().toList()) {
      maintainer.submit("/network", removal.group(), Map.of());
    }
    maintainer.submit("/network", "/network/calibration/remove", Map.of());
    maintainer.submit("/network", "/network/home", Map.of("home", ""));
  }

  private Answer allow(Map<String, String> form) {
    return maintainer.submit("/network", "/network/allowances", form);
  }

  @Test
  void allowsAndTakesItBack() {
    Map<String, String> form =
        Map.of(
            "detector",
            "beaconing",
            "host",
            "198.18.1.0/24",
            "peer",
            "backup.example",
            "port",
            "443",
            "reason",
            "agents <b>of ours</b>",
            "expires",
            "2020-01-31");
    Answer added = allow(form);
    assertThat(added.status()).isEqualTo(303);
    assertThat(added.header("Location")).endsWith("/network?done=allowed");
    String page = maintainer.get("/network").body();
    assertThat(page)
        .contains("198.18.1.0/24 to backup.example, port 443")
        .contains("agents &lt;b&gt;of ours&lt;/b&gt;")
        .contains("expired</span> 2020-01-31")
        .contains("0 applied, 1 expired");
    removeFirst();
    assertThat(maintainer.get("/network").body()).contains("Nothing is allowed yet");
  }

  /// @return where it leads
  private String removeFirst() {
    String page = maintainer.get("/network").body();
    String removal = REMOVAL.matcher(page).results().findFirst().orElseThrow().group();
    Answer removed = maintainer.submit("/network", removal, Map.of());
    assertThat(removed.status()).isEqualTo(303);
    return PATH.matcher(removed.header("Location")).replaceFirst("");
  }

  @Test
  void takesARemovalBack() {
    Map<String, String> form =
        Map.of("detector", "beaconing", "host", "198.18.4.1", "reason", "ours");
    allow(form);
    String before = maintainer.get("/network").body();
    String removal = REMOVAL.matcher(before).results().findFirst().orElseThrow().group();
    String restoring = removal.replace("/remove", "/restore");
    String left = removeFirst();
    assertThat(maintainer.get(left).body())
        .contains("“beaconing, 198.18.4.1” was removed")
        .contains("Nothing is allowed yet");
    assertThat(maintainer.submit(left, restoring, Map.of()).header("Location"))
        .endsWith("/network?done=restored");
    assertThat(maintainer.get("/network").body()).contains(removal).contains("198.18.4.1");
    assertThat(maintainer.get(left).body()).doesNotContain("was removed");

    removeFirst();
    allow(form);
    assertThat(maintainer.get("/network").body()).contains("198.18.4.1").doesNotContain(removal);
    Answer late = maintainer.submit("/network", restoring, Map.of());
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("This entry is there already, in the same words.");
  }

  @Test
  void saysNothingOfWhatAnAddressHolds() {
    assertThat(maintainer.get("/network?done=lines&added=call-0800&known=1").body())
        .contains("New entries: 0. There before: 1.")
        .doesNotContain("call-0800");
  }

  @Test
  void givesBackWhatItCannotTake() {
    Answer refused =
        allow(Map.of("detector", "beaconing", "host", "the printer", "reason", "it is ours"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("not an IPv4 or IPv6 address")
        .contains("value=\"the printer\"")
        .contains("value=\"it is ours\"");
    Answer home = maintainer.submit("/network", "/network/home", Map.of("home", "ours"));
    assertThat(home.status()).isEqualTo(422);
    assertThat(home.body()).contains("value=\"ours\"");
    assertThat(maintainer.submit("/network", "/network/calibration", Map.of()).status())
        .isEqualTo(422);
    assertThat(maintainer.get("/network").body()).contains("Nothing is allowed yet");
  }

  @Test
  void isFilledInByLinks() {
    assertThat(maintainer.get("/network?detector=dns-tunnel&host=198.18.1.1&peer=a.example").body())
        .contains("value=\"dns-tunnel\"")
        .contains("value=\"198.18.1.1\"")
        .contains("value=\"a.example\"");
  }

  @Test
  void canBeReadWithAllThatIsKnown() {
    try (BrowserContext window = chromium.window(maintainer);
        PageCheck check = new PageCheck(window);
        Page page = window.newPage()) {
      page.navigate("/network");
      page.fill("#home", "10.0.0.0/8, 192.0.2.0/24");
      page.click("form[action='/network/home'] button");
      page.waitForURL("**/network?done=home");
      assertThat(page.locator("[role=status]").textContent()).contains("home networks are set");
      page.locator("summary", new Page.LocatorOptions().setHasText("Add many lines")).click();
      page.setInputFiles("#lines-file", file("allow.jsonl", lines()));
      page.click("form[action^='/network/lines'] button");
      page.waitForURL("**/network?done=lines&**");
      assertThat(page.locator("[role=status]").textContent()).contains("New entries: 3.");
      page.setInputFiles("#calibration-file", file("network.json", CALIBRATION));
      page.click("form[action^='/network/calibration?'] button");
      page.waitForURL("**/network?done=calibrated");
      assertThat(page.locator("#calibration").textContent())
          .contains("port-scan moved from 25 to more than 62");
      assertThat(check.visit("/network").orElseThrow()).isEmpty();
      assertThat(check.visit("/network?detector=beaconing").orElseThrow()).isEmpty();
    }
    assertThat(maintainer.get("/network").body()).contains("value=\"10.0.0.0/8, 192.0.2.0/24\"");
  }

  private static String lines() {
    return """
    {"detector":"beaconing","host":"198.18.1.0/24","peer":"a-long-name-of-a-backup-server.department.example.com","port":443,"reason":"backup agents"}
    {"device":"198.18.2.0/24","kind":"iot","reason":"cameras"}
    {"detector":"*","host":"198.18.3.99","reason":"a scanner that is not ours any more","expires":"2020-01-01"}
    """;
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }
}

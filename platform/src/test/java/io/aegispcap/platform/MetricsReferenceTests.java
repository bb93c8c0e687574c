package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The reference of metrics names what is there, and all that is ours.
@RunningPlatform
class MetricsReferenceTests {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
  private static final Pattern OURS = Pattern.compile("(?m)^# TYPE (aegis_\\w+) ");

  private final Browser browser;
  private final Guests guests;

  MetricsReferenceTests(Browser browser, Guests guests) {
    this.browser = browser;
    this.guests = guests;
  }

  @Test
  void namesMetricsThatAreThereAndAllOfOurs() throws IOException {
    guests.join().browser().get("/account");
    String metrics = browser.send(browser.request("/actuator/prometheus").build()).body();
    List<String> documented =
        ROW.matcher(Files.readString(reference())).results().map(row -> row.group(1)).toList();
    assertThat(documented)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(metrics).containsPattern("(?m)^# TYPE " + Pattern.quote(name) + " "));
    assertThat(OURS.matcher(metrics).results().map(type -> type.group(1)))
        .isNotEmpty()
        .isSubsetOf(documented);
  }

  private static Path reference() {
    return Path.of(System.getProperty("aegis.root"), "docs", "reference", "metrics.md");
  }
}

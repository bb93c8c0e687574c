package io.aegispcap.platform.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPlatform
class SecurityTextTests {
  private static final Pattern EXPIRES = Pattern.compile("(?m)^Expires: (\\S+)$");

  private final Browser browser;

  SecurityTextTests(Browser browser) {
    this.browser = browser;
  }

  @Test
  void saysWhomToTell() {
    Answer text = browser.get("/.well-known/security.txt");
    assertThat(text.status()).isEqualTo(200);
    assertThat(text.header("Content-Type")).startsWith("text/plain;charset=UTF-8");
    assertThat(text.body()).contains("Contact: mailto:security@example.org\n");
    Matcher expires = EXPIRES.matcher(text.body());
    assertThat(expires.find()).isTrue();
    assertThat(Instant.parse(expires.group(1)))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(31)));
  }

  /// The home page leads administrators there.
  @Test
  void saysHowSomebodyIsNamed() {
    SecuritySettings nobody = new SecuritySettings(List.of(), Optional.empty());
    assertThatThrownBy(
            () -> new SecurityTextController(nobody, InstantSource.system()).securityText())
        .hasMessageContaining("sets aegis.security.contact");
  }

  @Test
  void takesNoContactThatNobodyCanWriteTo() {
    assertThatThrownBy(
            () ->
                new SecuritySettings(List.of(URI.create("security@example.org")), Optional.empty()))
        .hasMessageContaining("mailto:");
  }
}

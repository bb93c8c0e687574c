package io.aegispcap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.RunningPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningPlatform
class RequestIdTests {
  private final Browser browser;

  RequestIdTests(Browser browser) {
    this.browser = browser;
  }

  @Test
  void keepsTheOneThatCameWithTheRequest() {
    assertThat(get("/", "trace-0123.abc_X").header("X-Request-Id")).isEqualTo("trace-0123.abc_X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>", "a;b=c%0d%0a"})
  void makesAnotherOneForWhatIsNotWellFormed(String sent) {
    assertThat(get("/", sent).header("X-Request-Id")).matches("[0-9a-f]{32}");
  }

  @Test
  void makesADifferentOneForEachRequest() {
    String first = browser.get("/").header("X-Request-Id");
    assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(browser.get("/").header("X-Request-Id"));
  }

  @Test
  void isInTheProblemThatAProgramGets() {
    Answer missing = get("/api/v1/nothing", "caller-chose-this");
    assertThat(missing.body()).contains("\"request_id\":\"caller-chose-this\"");
  }

  @Test
  void isInTheProblemWhenAFilterRefuses() {
    Answer refused =
        browser.send(
            browser
                .request("/api/v1/me")
                .header("Authorization", "Bearer aegis_wrong")
                .header("X-Request-Id", "caller-chose-this")
                .build());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("X-Request-Id")).isEqualTo("caller-chose-this");
    assertThat(refused.body()).contains("\"request_id\":\"caller-chose-this\"");
  }

  private Answer get(String path, String id) {
    return browser.send(browser.request(path).header("X-Request-Id", id).build());
  }
}

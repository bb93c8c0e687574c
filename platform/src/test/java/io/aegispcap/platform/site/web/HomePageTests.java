package io.aegispcap.platform.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.RunningPlatform;
import org.junit.jupiter.api.Test;

@RunningPlatform
class HomePageTests {
  private final Browser browser;

  HomePageTests(Browser browser) {
    this.browser = browser;
  }

  @Test
  void greetsAVisitor() {
    Answer home = browser.get("/");
    assertThat(home.status()).isEqualTo(200);
    assertThat(home.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(home.body()).contains("<title>Home · AegisPCAP</title>");
  }
}

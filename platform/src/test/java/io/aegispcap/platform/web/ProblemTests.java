package io.aegispcap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RunningPlatform
class ProblemTests {
  private final Browser browser;

  ProblemTests(Browser browser) {
    this.browser = browser;
  }

  @Test
  void tellsAPersonWhatIsMissingAndWhereToGo() {
    Answer missing = browser.get("/nothing-here");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("Content-Type")).startsWith("text/html");
    assertThat(missing.body()).contains("There is nothing here").contains("href=\"/\"");
  }

  @Test
  void tellsAProgramTheTypeOfTheProblem() {
    Answer missing = browser.send(browser.request("/api/v1/nothing").build());
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("Content-Type")).startsWith("application/problem+json");
    assertThat(missing.body())
        .contains("\"type\":\"/problems/not-found\"")
        .contains("\"status\":404")
        .contains("\"instance\":\"/api/v1/nothing\"");
  }

  @Test
  void answersProgramsTheSameWayWhenAFilterRefuses() {
    Answer refused =
        browser.send(
            browser.request("/api/v1/nothing").POST(BodyPublishers.ofString("{}")).build());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.body()).contains("\"type\":\"/problems/forbidden\"");
  }

  @Test
  void namesTheMethodsThatAPageTakes() {
    Answer refused = browser.post("/", browser.get("/sign-in").csrf(), Map.of());
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).contains("GET");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.Common.class)
  void explainsEachTypeWhereItLeads(ProblemType.Common type) {
    Answer page = browser.get(type.uri());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(type.status().value() + " with the type");
  }
}

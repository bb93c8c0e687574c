package io.aegispcap.platform.captures.flows.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.captures.flows.SampleFlows;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sample that somebody uploaded, and that has been analysed.
///
/// @param id of the capture
record UploadedCapture(Guest owner, String id) {
  private static final AtomicReference<UploadedCapture> NIGHT = new AtomicReference<>();

  /// One for all tests of a run that only look at it.
  static UploadedCapture night(Guests guests) throws IOException, InterruptedException {
    if (NIGHT.get() == null) {
      NIGHT.set(of(guests.join(), "night.pcapng"));
    }
    return NIGHT.get();
  }

  static UploadedCapture of(Guest owner, String sample) throws IOException, InterruptedException {
    Answer made =
        owner
            .browser()
            .send(
                owner
                    .browser()
                    .request("/api/v1/captures?name=" + sample)
                    .header("X-XSRF-TOKEN", owner.browser().get("/").csrf())
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(SampleFlows.capture(sample)))
                    .build());
    assertThat(made.status()).as(made.body()).isIn(200, 201);
    String id = JsonMapper.shared().readTree(made.body()).path("id").asString();
    UploadedCapture capture = new UploadedCapture(owner, id);
    Instant patience = Instant.now().plus(Duration.ofSeconds(90));
    while (capture.api("").path("verdict").isMissingNode()) {
      assertThat(Instant.now()).as("the analysis ends").isBefore(patience);
      Thread.sleep(100);
    }
    return capture;
  }

  JsonNode api(String path) {
    Browser browser = owner.browser();
    Answer answer = browser.send(browser.request("/api/v1/captures/" + id + path).build());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  Answer page(String path) {
    return owner.browser().get("/captures/" + id + path);
  }
}

package io.aegispcap.platform.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@RunningPlatform
class EntityTagTests {
  private final Guests guests;

  EntityTagTests(Guests guests) {
    this.guests = guests;
  }

  @Test
  void answersNothingWhenNothingChanged() {
    Guest guest = guests.join();
    Answer first = get(guest, "/api/v1/me", "");
    String tag = first.header("ETag");
    assertThat(tag).startsWith("W/\"");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    Answer again = get(guest, "/api/v1/me", "\"other\", " + tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
  }

  @Test
  void answersAnewWhenSomethingChanged() {
    Guest guest = guests.join();
    String tag = get(guest, "/api/v1/me", "").header("ETag");
    guest.browser().submit("/account", "/account", Map.of("name", "Changed", "expertise", ""));
    Answer changed = get(guest, "/api/v1/me", tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body()).contains("Changed");
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void leavesPagesDownloadsProblemsAndLargeAnswersAlone() {
    Guest guest = guests.join();
    assertThat(guest.browser().get("/account").header("ETag")).isEmpty();
    Answer sound = get(guest, "/api/v1/test/echoes/boo/sound", "");
    assertThat(sound.body()).isEqualTo("boo");
    assertThat(sound.header("ETag")).isEmpty();
    assertThat(get(guest, "/api/v1/nothing", "").header("ETag")).isEmpty();
    Answer large = get(guest, "/api/v1/test/echoes?limit=20000", "");
    assertThat(large.body()).hasSizeGreaterThan(1 << 20).endsWith("}");
    assertThat(large.header("ETag")).isEmpty();
  }

  @Test
  void holdsNoEventsBack() throws Exception {
    Guest guest = guests.join();
    EchoApi.hold = new CountDownLatch(1);
    HttpRequest request = guest.browser().request("/api/v1/test/echoes/boo/events").build();
    try (HttpClient client =
            HttpClient.newBuilder().cookieHandler(guest.browser().cookies()).build();
        BufferedReader events = reader(client, request)) {
      assertThat(events.readLine()).isEqualTo("data:first");
      EchoApi.hold.countDown();
      assertThat(events.readLine()).isEmpty();
      assertThat(events.readLine()).isEqualTo("data:second");
    }
  }

  private static BufferedReader reader(HttpClient client, HttpRequest request) throws Exception {
    HttpResponse<java.io.InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static Answer get(Guest guest, String path, String known) {
    HttpRequest.Builder request = guest.browser().request(path);
    if (!known.isEmpty()) {
      request.header("If-None-Match", known);
    }
    return guest.browser().send(request.build());
  }
}

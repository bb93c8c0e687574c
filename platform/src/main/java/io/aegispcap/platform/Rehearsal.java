package io.aegispcap.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// Asks a server that just started for some pages, so that the launcher's ahead-of-time cache knows
/// what answering takes.
final class Rehearsal {
  private static final List<String> PAGES =
      List.of("", "sign-in", "nothing", "actuator/prometheus");

  private Rehearsal() {}

  static void of(String address) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address + page))
                .header("Accept", "text/html")
                .build();
        client.send(request, BodyHandlers.discarding());
      }
    } catch (IOException unanswered) {
      throw new UncheckedIOException(unanswered);
    }
  }
}

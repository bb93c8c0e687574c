package io.aegispcap.platform.captures;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who sends captures and asks about them, by a token or with a browser's cookies.
///
/// @param token empty at a browser
record CaptureGuest(PersonId id, Browser browser, String token) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = browser.request(path);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  Answer get(String path) {
    return browser.send(request(path).GET().build());
  }

  Answer call(String method, String path, String json) {
    return browser.send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build());
  }

  JsonNode json(String path) {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new AssertionError(path + ": " + answer.status() + " " + answer.body());
    }
    return json(answer);
  }

  static JsonNode json(Answer answer) {
    return JSON.readTree(answer.body());
  }

  /// The bytes as they are, as `curl --data-binary` sends them.
  Answer upload(String name, String visibility, byte[] content) {
    return browser.send(
        request("/api/v1/captures?name=" + name + "&visibility=" + visibility)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofByteArray(content))
            .build());
  }

  /// @return the capture's id
  String uploaded(String name, String visibility, byte[] content) {
    Answer answer = upload(name, visibility, content);
    if (answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return json(answer).get("id").asString();
  }

  /// As it is when nothing goes on with it any more.
  JsonNode settled(String capture) {
    Instant late = Instant.now().plus(Duration.ofSeconds(90));
    JsonNode now = json("/api/v1/captures/" + capture);
    while (!ENDED.contains(now.get("state").get("name").asString())) {
      if (Instant.now().isAfter(late)) {
        throw new AssertionError("still " + now);
      }
      pause();
      now = json("/api/v1/captures/" + capture);
    }
    return now;
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /// A tus request.
  Answer tus(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request = request(path).header("Tus-Resumable", "1.0.0");
    headers.forEach(request::header);
    return browser.send(request.method(method, BodyPublishers.ofByteArray(body)).build());
  }

  /// @return its path
  String begun(String name, long size) {
    Answer answer =
        tus(
            "POST",
            "/api/v1/uploads",
            Map.of("Upload-Length", Long.toString(size), "Upload-Metadata", metadata(name)),
            new byte[0]);
    if (answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer.header("Location");
  }

  static String metadata(String name) {
    return "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  Answer patch(String path, long offset, byte[] piece) {
    return tus(
        "PATCH",
        path,
        Map.of(
            "Upload-Offset",
            Long.toString(offset),
            "Content-Type",
            "application/offset+octet-stream"),
        piece);
  }
}

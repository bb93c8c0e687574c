package io.aegispcap.platform.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Headers that all endpoints know.
final class Headers {
  private static final Map<String, String> ANSWERED =
      Map.of(
          "X-Request-Id", "The id of this request in the server's log.",
          "X-RateLimit-Limit", "How many requests a minute the caller has.",
          "X-RateLimit-Remaining", "How many more would be answered now.",
          "X-RateLimit-Reset", "Seconds until all of them are back.");

  private Headers() {}

  static Map<String, Object> ofAnswers() {
    Map<String, Object> headers = new LinkedHashMap<>();
    ANSWERED.keySet().stream()
        .sorted()
        .forEach(name -> headers.put(name, Json.reference("headers/" + name)));
    return headers;
  }

  static Map<String, Object> components() {
    Map<String, Object> headers = new LinkedHashMap<>();
    ANSWERED.forEach(
        (name, meaning) ->
            headers.put(
                name,
                Map.of(
                    "description",
                    meaning,
                    "schema",
                    Map.of("type", name.equals("X-Request-Id") ? "string" : "integer"))));
    headers.put(
        "Retry-After",
        Map.of("description", "Seconds to wait.", "schema", Map.of("type", "integer")));
    return headers;
  }

  static Map<String, Object> parameters() {
    return Map.of(
        "Idempotency-Key",
        parameter(
            "Idempotency-Key",
            "A value of the caller's choice, such as a UUID: however often the request is sent with"
                + " it within a day, it is carried out once and answered alike, then with"
                + " Idempotency-Replayed: true."),
        "If-None-Match",
        parameter(
            "If-None-Match",
            "The ETag of an earlier answer: where it still holds, the answer is 304 without a body."));
  }

  private static Map<String, Object> parameter(String name, String meaning) {
    return new Json()
        .with("name", name)
        .with("in", "header")
        .with("description", meaning)
        .with("schema", Map.of("type", "string"))
        .map();
  }

  static List<Map<String, Object>> refer(String... names) {
    return List.of(names).stream().map(name -> Json.reference("parameters/" + name)).toList();
  }
}

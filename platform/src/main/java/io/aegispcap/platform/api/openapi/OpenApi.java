package io.aegispcap.platform.api.openapi;

import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.ProblemTypes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API, made once from the endpoints that are there. Source: the OpenAPI
/// Specification 3.1.1.
@Component
public class OpenApi {
  private static final String ABOUT =
      """
      Everything that people do here, programs can too. Send a token as `Authorization: Bearer aegis_...`; it is made \
      under Tokens in your account. Times are ISO 8601 in UTC. Lists have `items`, and `next`, the cursor of the page \
      that follows. Refusals are problems as in RFC 9457: `type` names the kind and leads to its explanation.""";

  private final Endpoints endpoints;
  private final ProblemTypes problems;
  private final JsonMapper json;
  private final SingletonSupplier<Map<String, Object>> document =
      SingletonSupplier.of(this::describe);

  OpenApi(Endpoints endpoints, ProblemTypes problems, JsonMapper json) {
    this.endpoints = endpoints;
    this.problems = problems;
    this.json = json;
  }

  /// The whole document, as maps and lists.
  public Map<String, Object> document() {
    return document.obtain();
  }

  private Map<String, Object> describe() {
    Schemas schemas = new Schemas(json);
    Operations operations = new Operations(schemas);
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    TreeSet<String> tags = new TreeSet<>();
    Set<String> ids = new HashSet<>();
    for (Endpoint endpoint : endpoints.all()) {
      Map<String, Object> operation = operations.describe(endpoint);
      operation.put("operationId", unique(endpoint.id(), ids));
      paths
          .computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<>())
          .merge(
              endpoint.method().name().toLowerCase(Locale.ROOT), operation, OpenApi::alternatives);
      tags.add(endpoint.tag());
    }
    Map<String, Object> problem = schemas.of(ProblemDocument.class);
    return new Json()
        .with("openapi", "3.1.0")
        .with("info", info())
        .with("servers", List.of(Map.of("url", "/")))
        .with("tags", tags.stream().map(tag -> Map.of("name", tag)).toList())
        .withEvenEmpty("paths", paths)
        .with("components", components(schemas, problem))
        .map();
  }

  /// One method of a controller may stand for several operations.
  private static String unique(String id, Set<String> ids) {
    String free = id;
    for (int number = 2; !ids.add(free); number++) {
      free = id + number;
    }
    return free;
  }

  /// Two methods for one operation, which differ in the bodies they take.
  @SuppressWarnings("unchecked")
  private static Object alternatives(Object one, Object other) {
    Map<String, Object> operation = (Map<String, Object>) one;
    Object body = ((Map<String, Object>) other).get("requestBody");
    if (operation.get("requestBody") instanceof Map<?, ?> known
        && body instanceof Map<?, ?> further) {
      Map<String, Object> content = new LinkedHashMap<>();
      for (Map<?, ?> each : List.of(further, known)) {
        content.putAll((Map<String, Object>) Objects.requireNonNull(each.get("content")));
      }
      operation.put("requestBody", Map.of("content", content));
    } else if (body != null) {
      operation.put("requestBody", body);
    }
    return operation;
  }

  private static Map<String, Object> info() {
    String version = OpenApi.class.getPackage().getImplementationVersion();
    return new Json()
        .with("title", "AegisPCAP")
        .with("version", Objects.requireNonNullElse(version, "0"))
        .with("description", ABOUT)
        .with("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"))
        .map();
  }

  private Map<String, Object> components(Schemas schemas, Map<String, Object> problem) {
    return new Json()
        .with("schemas", schemas.components())
        .with("responses", responses(problem))
        .with("parameters", Headers.parameters())
        .with("headers", Headers.components())
        .with(
            "securitySchemes",
            Map.of(
                "token",
                Map.of("type", "http", "scheme", "bearer", "bearerFormat", "aegis_..."),
                "session",
                Map.of("type", "apiKey", "in", "cookie", "name", "aegis_session")))
        .map();
  }

  /// One for each status, with all problems that have it.
  private Map<String, Object> responses(Map<String, Object> schema) {
    Map<Integer, List<ProblemType>> byStatus =
        problems.all().stream()
            .collect(
                Collectors.groupingBy(
                    type -> type.status().value(), TreeMap::new, Collectors.toList()));
    Map<String, Object> responses = new LinkedHashMap<>();
    byStatus.forEach(
        (status, types) -> responses.put("problem-" + status, response(status, types, schema)));
    return responses;
  }

  private static Map<String, Object> response(
      int status, List<ProblemType> types, Map<String, Object> schema) {
    Map<String, Object> examples = new LinkedHashMap<>();
    types.forEach(
        type ->
            examples.put(
                type.slug(), Map.of("summary", type.title(), "value", ProblemDocument.of(type))));
    Map<String, Object> headers = Headers.ofAnswers();
    if (status == 429) {
      headers.put("Retry-After", Json.reference("headers/Retry-After"));
    }
    return new Json()
        .with(
            "description",
            types.stream().map(ProblemType::title).collect(Collectors.joining("; ", "", ".")))
        .with("headers", headers)
        .with(
            "content",
            Map.of(
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                Map.of("schema", schema, "examples", examples)))
        .map();
  }
}

package io.aegispcap.platform.api.openapi;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// What an endpoint answers: what it returns, and the problems that follow from what it takes.
final class Outputs {
  private static final List<Class<?>> WRAPPERS =
      List.of(HttpEntity.class, DeferredResult.class, java.util.concurrent.CompletionStage.class);
  private static final List<Class<?>> STREAMS =
      List.of(Resource.class, StreamingResponseBody.class);

  private final Endpoint endpoint;
  private final Inputs inputs;
  private final Schemas schemas;
  private final Examples examples;

  Outputs(Endpoint endpoint, Inputs inputs, Schemas schemas) {
    this.endpoint = endpoint;
    this.inputs = inputs;
    this.schemas = schemas;
    this.examples = new Examples(schemas.components());
  }

  Map<String, Object> responses() {
    Map<String, Object> responses = new LinkedHashMap<>();
    List<ApiResponse> said = said();
    Map<String, Object> content = content();
    List<ApiResponse> successes =
        said.stream().filter(one -> one.responseCode().startsWith("2")).toList();
    if (successes.isEmpty()) {
      responses.put(usualStatus(content), success("As asked.", content));
    }
    for (ApiResponse one : successes) {
      boolean empty = one.responseCode().equals("204");
      responses.put(one.responseCode(), success(one.description(), empty ? Map.of() : content));
    }
    if (isTagged(content)) {
      responses.put(
          "304", Map.of("description", "What the caller has, by If-None-Match, is still so."));
    }
    problems(said)
        .forEach(status -> responses.put(status, Json.reference("responses/problem-" + status)));
    return responses;
  }

  private List<ApiResponse> said() {
    return Arrays.asList(endpoint.handler().getMethod().getAnnotationsByType(ApiResponse.class));
  }

  boolean isTagged(Map<String, Object> content) {
    return endpoint.gets() && content.containsKey("application/json");
  }

  private String usualStatus(Map<String, Object> content) {
    ResponseStatus declared = endpoint.handler().getMethodAnnotation(ResponseStatus.class);
    if (declared != null) {
      return String.valueOf(declared.code().value());
    }
    return content.isEmpty() && !endpoint.gets() ? "204" : "200";
  }

  private static Map<String, Object> success(String description, Map<String, Object> content) {
    return new Json()
        .withEvenEmpty("headers", Headers.ofAnswers())
        .with("description", description.isEmpty() ? "As asked." : description)
        .with("content", content)
        .map();
  }

  /// By media type.
  Map<String, Object> content() {
    ResolvableType returned = ResolvableType.forMethodReturnType(endpoint.handler().getMethod());
    for (Class<?> wrapper : WRAPPERS) {
      if (wrapper.isAssignableFrom(returned.toClass())) {
        returned = returned.as(wrapper).getGeneric();
      }
    }
    Class<?> raw = returned.toClass();
    if (raw == void.class || raw == Void.class) {
      return Map.of();
    }
    if (STREAMS.stream().anyMatch(stream -> stream.isAssignableFrom(raw)) || raw == byte[].class) {
      return content(MediaType.APPLICATION_OCTET_STREAM_VALUE, Map.of());
    }
    if (ResponseBodyEmitter.class.isAssignableFrom(raw)) {
      return content(MediaType.TEXT_EVENT_STREAM_VALUE, Map.of("schema", Map.of("type", "string")));
    }
    return content(MediaType.APPLICATION_JSON_VALUE, described(returned.getType()));
  }

  private Map<String, Object> described(Type type) {
    if (type instanceof java.lang.reflect.WildcardType) {
      return Map.of();
    }
    Map<String, Object> schema = schemas.of(type);
    return new Json().with("schema", schema).with("example", examples.of(schema)).map();
  }

  private Map<String, Object> content(String usualType, Map<String, Object> media) {
    Map<String, Object> content = new LinkedHashMap<>();
    List<String> types = new ArrayList<>(endpoint.produces());
    (types.isEmpty() ? List.of(usualType) : types).forEach(type -> content.put(type, media));
    return content;
  }

  private Set<String> problems(List<ApiResponse> said) {
    Set<String> statuses = new TreeSet<>(List.of("429", "500", "503"));
    said.stream()
        .map(ApiResponse::responseCode)
        .filter(code -> code.startsWith("4"))
        .forEach(statuses::add);
    if (!endpoint.permission().open()) {
      statuses.addAll(List.of("401", "403"));
    }
    if (endpoint.path().contains("{")) {
      statuses.add("404");
    }
    if (inputs.any()) {
      statuses.addAll(!endpoint.gets() ? List.of("400", "422") : List.of("400"));
    }
    if (inputs.body().isPresent()) {
      statuses.addAll(List.of("413", "415"));
    }
    if (endpoint.posts()) {
      statuses.addAll(List.of("400", "409", "422")); // of the Idempotency-Key
    }
    return statuses;
  }
}

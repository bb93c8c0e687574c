package io.aegispcap.platform.api.openapi;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;

/// Describes endpoints one by one.
///
/// @param schemas which collects what they exchange
record Operations(Schemas schemas) {

  Map<String, Object> describe(Endpoint endpoint) {
    Inputs inputs = new Inputs(endpoint, schemas);
    Outputs outputs = new Outputs(endpoint, inputs, schemas);
    return new Json()
        .with("operationId", endpoint.id())
        .with("tags", List.of(endpoint.tag()))
        .with("summary", summary(endpoint))
        .with("description", endpoint.said().map(Operation::description).orElse(""))
        .with("x-permission", slug(endpoint.permission()))
        .with("security", security(endpoint))
        .with("parameters", parameters(endpoint, inputs, outputs))
        .with("requestBody", body(endpoint, inputs))
        .with("responses", outputs.responses())
        .map();
  }

  private static String summary(Endpoint endpoint) {
    return endpoint
        .said()
        .map(Operation::summary)
        .filter(said -> !said.isEmpty())
        .orElseGet(() -> Summary.of(endpoint).toString());
  }

  private static String slug(Permission permission) {
    return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A token with these scopes, or a session.
  private static List<Object> security(Endpoint endpoint) {
    Permission needed = endpoint.permission();
    List<String> scopes =
        Scope.neededFor(needed, endpoint.method()).stream().sorted().map(Scope::label).toList();
    Map<String, Object> token = Map.of("token", scopes);
    Map<String, Object> session = Map.of("session", List.of());
    return needed.open() ? List.of(Map.of(), token, session) : List.of(token, session);
  }

  private static List<Object> parameters(Endpoint endpoint, Inputs inputs, Outputs outputs) {
    List<Object> parameters = new ArrayList<>(inputs.parameters());
    if (endpoint.posts() && !inputs.inParts()) {
      parameters.addAll(Headers.refer("Idempotency-Key"));
    }
    if (outputs.isTagged(outputs.content())) {
      parameters.addAll(Headers.refer("If-None-Match"));
    }
    return parameters;
  }

  /// Of an endpoint that reads the bytes itself, as those types that it says it takes.
  private static Map<String, Object> readItself(Endpoint endpoint) {
    Json content = new Json();
    endpoint.consumes().forEach(type -> content.withEvenEmpty(type, Map.of()));
    return content.map().isEmpty() ? Map.of() : new Json().with("content", content).map();
  }

  private Map<String, Object> body(Endpoint endpoint, Inputs inputs) {
    if (inputs.body().isEmpty()) {
      return readItself(endpoint);
    }
    String usual =
        inputs.inParts() ? MediaType.MULTIPART_FORM_DATA_VALUE : MediaType.APPLICATION_JSON_VALUE;
    Collection<String> types = endpoint.consumes().isEmpty() ? List.of(usual) : endpoint.consumes();
    Map<String, Object> schema = inputs.body().get();
    Json media = new Json().with("schema", schema);
    if (!inputs.inParts()) {
      media.with("example", new Examples(schemas.components()).of(schema));
    }
    Json content = new Json();
    types.forEach(type -> content.withEvenEmpty(type, media.map()));
    return new Json().with("required", true).with("content", content).map();
  }
}

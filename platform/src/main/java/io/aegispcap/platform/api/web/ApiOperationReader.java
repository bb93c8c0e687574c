package io.aegispcap.platform.api.web;

import io.aegispcap.platform.api.web.ApiOperation.Answer;
import io.aegispcap.platform.api.web.ApiOperation.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads operations out of an OpenAPI document.
record ApiOperationReader(JsonNode document, JsonMapper json) {

  ApiOperation read(String path, String method, JsonNode operation) {
    Optional<Map.Entry<String, JsonNode>> body =
        operation.path("requestBody").path("content").propertyStream().findFirst();
    return new ApiOperation(
        operation.get("operationId").asString(),
        operation.get("tags").get(0).asString(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("summary").asString(""),
        operation.path("description").asString(""),
        access(operation),
        stream(operation.path("parameters")).map(this::parameter).toList(),
        body.map(type -> pretty(type.getValue().path("example"))),
        body.map(Map.Entry::getKey).orElse(""),
        operation
            .get("responses")
            .propertyStream()
            .map(answer -> answer(answer.getKey(), resolve(answer.getValue())))
            .toList());
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode()
        ? node
        : document.at(JsonPointer.compile(reference.asString().substring(1)));
  }

  private static String access(JsonNode operation) {
    String scopes =
        stream(operation.path("security"))
            .flatMap(way -> stream(way.path("token")))
            .map(scope -> "\"" + scope.asString() + "\"")
            .collect(Collectors.joining(" and "));
    String who =
        switch (operation.path("x-permission").asString("")) {
          case "visit" -> "Anyone";
          case "take-part" -> "Everybody with an account";
          case "moderate" -> "Moderators and above";
          case "maintain" -> "Maintainers and administrators";
          default -> "Administrators";
        };
    return scopes.isEmpty() ? who : who + "; tokens with the scope " + scopes;
  }

  private Parameter parameter(JsonNode written) {
    JsonNode parameter = resolve(written);
    return new Parameter(
        parameter.get("name").asString(),
        parameter.get("in").asString(),
        parameter.path("required").asBoolean(false),
        type(resolve(parameter.path("schema"))),
        parameter.path("description").asString(""));
  }

  private String type(JsonNode schema) {
    if (schema.has("enum")) {
      return stream(schema.get("enum")).map(JsonNode::asString).collect(Collectors.joining(", "));
    }
    if (schema.path("type").asString("").equals("array")) {
      return "list of " + type(resolve(schema.path("items")));
    }
    return schema.path("format").asString(schema.path("type").asString("any"));
  }

  private Answer answer(String status, JsonNode response) {
    Optional<Map.Entry<String, JsonNode>> content =
        response.path("content").propertyStream().findFirst();
    return new Answer(
        status,
        response.path("description").asString(""),
        content.map(Map.Entry::getKey).orElse(""),
        content.map(type -> pretty(type.getValue().path("example"))).orElse(""));
  }

  private String pretty(JsonNode example) {
    return example.isMissingNode()
        ? ""
        : json.writerWithDefaultPrettyPrinter().writeValueAsString(example);
  }
}

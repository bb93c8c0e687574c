package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `marking-definition`, section 7.2.1 of STIX 2.1.
public record MarkingDefinition(JsonObject json) implements MetaObject {

  /// New, as of now, saying something in words.
  public static MarkingDefinition statement(Creation creation, String statement) {
    return new MarkingDefinition(
        creation
            .begin("marking-definition")
            .without("modified")
            .with("definition_type", JsonValue.of("statement"))
            .with("definition", JsonObject.of("statement", JsonValue.of(statement))));
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public MarkingDefinition withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> definitionType() {
    return View.text(json, "definition_type");
  }

  public MarkingDefinition withDefinitionType(String definitionType) {
    return with("definition_type", JsonValue.of(definitionType));
  }

  public Optional<JsonObject> definition() {
    return View.object(json, "definition");
  }

  public MarkingDefinition withDefinition(JsonObject definition) {
    return with("definition", definition);
  }

  @Override
  public MarkingDefinition with(String property, JsonValue value) {
    return new MarkingDefinition(json.with(property, value));
  }
}

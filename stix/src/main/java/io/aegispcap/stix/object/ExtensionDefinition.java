package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `extension-definition`, section 7.3 of STIX 2.1.
public record ExtensionDefinition(JsonObject json) implements MetaObject {

  /// New, as of now, by an identity.
  public static ExtensionDefinition create(
      Creation creation,
      StixId createdBy,
      String name,
      String schema,
      String version,
      List<String> extensionTypes) {
    return new ExtensionDefinition(
        creation
            .begin("extension-definition")
            .with("created_by_ref", JsonValue.of(createdBy.toString()))
            .with("name", JsonValue.of(name))
            .with("schema", JsonValue.of(schema))
            .with("version", JsonValue.of(version))
            .with("extension_types", JsonArray.ofTexts(extensionTypes)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public ExtensionDefinition withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public ExtensionDefinition withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public String schema() {
    return View.needed(json, "schema", View.text(json, "schema"));
  }

  public ExtensionDefinition withSchema(String schema) {
    return with("schema", JsonValue.of(schema));
  }

  public String version() {
    return View.needed(json, "version", View.text(json, "version"));
  }

  public ExtensionDefinition withVersion(String version) {
    return with("version", JsonValue.of(version));
  }

  public List<String> extensionTypes() {
    return View.texts(json, "extension_types");
  }

  public ExtensionDefinition withExtensionTypes(List<String> extensionTypes) {
    return with("extension_types", JsonArray.ofTexts(extensionTypes));
  }

  public List<String> extensionProperties() {
    return View.texts(json, "extension_properties");
  }

  public ExtensionDefinition withExtensionProperties(List<String> extensionProperties) {
    return with("extension_properties", JsonArray.ofTexts(extensionProperties));
  }

  @Override
  public ExtensionDefinition with(String property, JsonValue value) {
    return new ExtensionDefinition(json.with(property, value));
  }
}

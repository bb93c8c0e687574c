package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `language-content`, section 7.1 of STIX 2.1.
public record LanguageContent(JsonObject json) implements MetaObject {

  /// New, as of now.
  public static LanguageContent create(Creation creation, StixId objectRef, JsonObject contents) {
    return new LanguageContent(
        creation
            .begin("language-content")
            .with("object_ref", JsonValue.of(objectRef.toString()))
            .with("contents", contents));
  }

  public StixId objectRef() {
    return View.needed(json, "object_ref", View.id(json, "object_ref"));
  }

  public LanguageContent withObjectRef(StixId objectRef) {
    return with("object_ref", JsonValue.of(objectRef.toString()));
  }

  public Optional<StixTimestamp> objectModified() {
    return View.timestamp(json, "object_modified");
  }

  public LanguageContent withObjectModified(StixTimestamp objectModified) {
    return with("object_modified", JsonValue.of(objectModified.toString()));
  }

  public JsonObject contents() {
    return View.needed(json, "contents", View.object(json, "contents"));
  }

  public LanguageContent withContents(JsonObject contents) {
    return with("contents", contents);
  }

  @Override
  public LanguageContent with(String property, JsonValue value) {
    return new LanguageContent(json.with(property, value));
  }
}

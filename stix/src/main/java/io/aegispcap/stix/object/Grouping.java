package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `grouping`, section 4.4 of STIX 2.1.
public record Grouping(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Grouping create(Creation creation, String context, List<StixId> objectRefs) {
    return new Grouping(
        creation
            .begin("grouping")
            .with("context", JsonValue.of(context))
            .with("object_refs", Encoded.ids(objectRefs)));
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public Grouping withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Grouping withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public String context() {
    return View.needed(json, "context", View.text(json, "context"));
  }

  public Grouping withContext(String context) {
    return with("context", JsonValue.of(context));
  }

  public List<StixId> objectRefs() {
    return View.ids(json, "object_refs");
  }

  public Grouping withObjectRefs(List<StixId> objectRefs) {
    return with("object_refs", Encoded.ids(objectRefs));
  }

  @Override
  public Grouping with(String property, JsonValue value) {
    return new Grouping(json.with(property, value));
  }
}

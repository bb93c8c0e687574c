package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `course-of-action`, section 4.3 of STIX 2.1.
public record CourseOfAction(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static CourseOfAction create(Creation creation, String name) {
    return new CourseOfAction(creation.begin("course-of-action").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public CourseOfAction withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public CourseOfAction withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  @Override
  public CourseOfAction with(String property, JsonValue value) {
    return new CourseOfAction(json.with(property, value));
  }
}

package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `incident`, section 4.6 of STIX 2.1.
public record Incident(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Incident create(Creation creation, String name) {
    return new Incident(creation.begin("incident").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Incident withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Incident withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  @Override
  public Incident with(String property, JsonValue value) {
    return new Incident(json.with(property, value));
  }
}

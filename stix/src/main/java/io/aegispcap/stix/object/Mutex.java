package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;

/// `mutex`, section 6.11 of STIX 2.1.
public record Mutex(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Mutex of(String name) {
    return new Mutex(
        Encoded.identified(Encoded.observable("mutex").with("name", JsonValue.of(name))));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Mutex withName(String name) {
    return with("name", JsonValue.of(name));
  }

  @Override
  public Mutex with(String property, JsonValue value) {
    return new Mutex(Encoded.identified(json.with(property, value)));
  }
}

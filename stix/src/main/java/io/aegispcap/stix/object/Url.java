package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;

/// `url`, section 6.15 of STIX 2.1.
public record Url(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Url of(String value) {
    return new Url(
        Encoded.identified(Encoded.observable("url").with("value", JsonValue.of(value))));
  }

  public String value() {
    return View.needed(json, "value", View.text(json, "value"));
  }

  public Url withValue(String value) {
    return with("value", JsonValue.of(value));
  }

  @Override
  public Url with(String property, JsonValue value) {
    return new Url(Encoded.identified(json.with(property, value)));
  }
}

package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;

/// `mac-addr`, section 6.10 of STIX 2.1.
public record MacAddr(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static MacAddr of(String value) {
    return new MacAddr(
        Encoded.identified(Encoded.observable("mac-addr").with("value", JsonValue.of(value))));
  }

  public String value() {
    return View.needed(json, "value", View.text(json, "value"));
  }

  public MacAddr withValue(String value) {
    return with("value", JsonValue.of(value));
  }

  @Override
  public MacAddr with(String property, JsonValue value) {
    return new MacAddr(Encoded.identified(json.with(property, value)));
  }
}

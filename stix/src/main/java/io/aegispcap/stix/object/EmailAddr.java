package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `email-addr`, section 6.5 of STIX 2.1.
public record EmailAddr(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static EmailAddr of(String value) {
    return new EmailAddr(
        Encoded.identified(Encoded.observable("email-addr").with("value", JsonValue.of(value))));
  }

  public String value() {
    return View.needed(json, "value", View.text(json, "value"));
  }

  public EmailAddr withValue(String value) {
    return with("value", JsonValue.of(value));
  }

  public Optional<String> displayName() {
    return View.text(json, "display_name");
  }

  public EmailAddr withDisplayName(String displayName) {
    return with("display_name", JsonValue.of(displayName));
  }

  public Optional<StixId> belongsToRef() {
    return View.id(json, "belongs_to_ref");
  }

  public EmailAddr withBelongsToRef(StixId belongsToRef) {
    return with("belongs_to_ref", JsonValue.of(belongsToRef.toString()));
  }

  @Override
  public EmailAddr with(String property, JsonValue value) {
    return new EmailAddr(Encoded.identified(json.with(property, value)));
  }
}

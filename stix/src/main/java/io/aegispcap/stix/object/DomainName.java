package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;

/// `domain-name`, section 6.4 of STIX 2.1.
public record DomainName(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static DomainName of(String value) {
    return new DomainName(
        Encoded.identified(Encoded.observable("domain-name").with("value", JsonValue.of(value))));
  }

  public String value() {
    return View.needed(json, "value", View.text(json, "value"));
  }

  public DomainName withValue(String value) {
    return with("value", JsonValue.of(value));
  }

  public List<StixId> resolvesToRefs() {
    return View.ids(json, "resolves_to_refs");
  }

  public DomainName withResolvesToRefs(List<StixId> resolvesToRefs) {
    return with("resolves_to_refs", Encoded.ids(resolvesToRefs));
  }

  @Override
  public DomainName with(String property, JsonValue value) {
    return new DomainName(Encoded.identified(json.with(property, value)));
  }
}

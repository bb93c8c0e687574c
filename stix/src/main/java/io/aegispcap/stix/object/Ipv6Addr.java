package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;

/// `ipv6-addr`, section 6.9 of STIX 2.1.
public record Ipv6Addr(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Ipv6Addr of(String value) {
    return new Ipv6Addr(
        Encoded.identified(Encoded.observable("ipv6-addr").with("value", JsonValue.of(value))));
  }

  public String value() {
    return View.needed(json, "value", View.text(json, "value"));
  }

  public Ipv6Addr withValue(String value) {
    return with("value", JsonValue.of(value));
  }

  public List<StixId> resolvesToRefs() {
    return View.ids(json, "resolves_to_refs");
  }

  public Ipv6Addr withResolvesToRefs(List<StixId> resolvesToRefs) {
    return with("resolves_to_refs", Encoded.ids(resolvesToRefs));
  }

  public List<StixId> belongsToRefs() {
    return View.ids(json, "belongs_to_refs");
  }

  public Ipv6Addr withBelongsToRefs(List<StixId> belongsToRefs) {
    return with("belongs_to_refs", Encoded.ids(belongsToRefs));
  }

  @Override
  public Ipv6Addr with(String property, JsonValue value) {
    return new Ipv6Addr(Encoded.identified(json.with(property, value)));
  }
}

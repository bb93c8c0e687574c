package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;

/// `ipv4-addr`, section 6.8 of STIX 2.1.
public record Ipv4Addr(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Ipv4Addr of(String value) {
    return new Ipv4Addr(
        Encoded.identified(Encoded.observable("ipv4-addr").with("value", JsonValue.of(value))));
  }

  public String value() {
    return View.needed(json, "value", View.text(json, "value"));
  }

  public Ipv4Addr withValue(String value) {
    return with("value", JsonValue.of(value));
  }

  public List<StixId> resolvesToRefs() {
    return View.ids(json, "resolves_to_refs");
  }

  public Ipv4Addr withResolvesToRefs(List<StixId> resolvesToRefs) {
    return with("resolves_to_refs", Encoded.ids(resolvesToRefs));
  }

  public List<StixId> belongsToRefs() {
    return View.ids(json, "belongs_to_refs");
  }

  public Ipv4Addr withBelongsToRefs(List<StixId> belongsToRefs) {
    return with("belongs_to_refs", Encoded.ids(belongsToRefs));
  }

  @Override
  public Ipv4Addr with(String property, JsonValue value) {
    return new Ipv4Addr(Encoded.identified(json.with(property, value)));
  }
}

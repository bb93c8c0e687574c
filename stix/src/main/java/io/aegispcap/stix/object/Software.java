package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `software`, section 6.14 of STIX 2.1.
public record Software(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Software of(String name) {
    return new Software(
        Encoded.identified(Encoded.observable("software").with("name", JsonValue.of(name))));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Software withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> cpe() {
    return View.text(json, "cpe");
  }

  public Software withCpe(String cpe) {
    return with("cpe", JsonValue.of(cpe));
  }

  public Optional<String> swid() {
    return View.text(json, "swid");
  }

  public Software withSwid(String swid) {
    return with("swid", JsonValue.of(swid));
  }

  public List<String> languages() {
    return View.texts(json, "languages");
  }

  public Software withLanguages(List<String> languages) {
    return with("languages", JsonArray.ofTexts(languages));
  }

  public Optional<String> vendor() {
    return View.text(json, "vendor");
  }

  public Software withVendor(String vendor) {
    return with("vendor", JsonValue.of(vendor));
  }

  public Optional<String> version() {
    return View.text(json, "version");
  }

  public Software withVersion(String version) {
    return with("version", JsonValue.of(version));
  }

  @Override
  public Software with(String property, JsonValue value) {
    return new Software(Encoded.identified(json.with(property, value)));
  }
}

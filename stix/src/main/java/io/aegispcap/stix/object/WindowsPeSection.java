package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// `windows-pe-section-type`, section 6.7.6.3 of STIX 2.1.
public record WindowsPeSection(JsonObject json) implements Structure {

  public static WindowsPeSection of(String name) {
    return new WindowsPeSection(JsonObject.EMPTY.with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public WindowsPeSection withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<Long> size() {
    return View.whole(json, "size");
  }

  public WindowsPeSection withSize(long size) {
    return with("size", JsonValue.of(size));
  }

  public Optional<Double> entropy() {
    return View.decimal(json, "entropy");
  }

  public WindowsPeSection withEntropy(double entropy) {
    return with("entropy", Encoded.decimal(entropy));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public WindowsPeSection withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public WindowsPeSection with(String property, JsonValue value) {
    return new WindowsPeSection(json.with(property, value));
  }
}

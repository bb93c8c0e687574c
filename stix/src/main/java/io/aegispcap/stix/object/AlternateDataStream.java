package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// `alternate-data-stream-type`, section 6.7.3.2 of STIX 2.1.
public record AlternateDataStream(JsonObject json) implements Structure {

  public static AlternateDataStream of(String name) {
    return new AlternateDataStream(JsonObject.EMPTY.with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public AlternateDataStream withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public AlternateDataStream withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public Optional<Long> size() {
    return View.whole(json, "size");
  }

  public AlternateDataStream withSize(long size) {
    return with("size", JsonValue.of(size));
  }

  public AlternateDataStream with(String property, JsonValue value) {
    return new AlternateDataStream(json.with(property, value));
  }
}

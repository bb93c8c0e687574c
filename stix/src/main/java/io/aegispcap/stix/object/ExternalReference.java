package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// `external-reference`, section 2.5 of STIX 2.1.
public record ExternalReference(JsonObject json) implements Structure {

  public static ExternalReference of(String sourceName) {
    return new ExternalReference(JsonObject.EMPTY.with("source_name", JsonValue.of(sourceName)));
  }

  public String sourceName() {
    return View.needed(json, "source_name", View.text(json, "source_name"));
  }

  public ExternalReference withSourceName(String sourceName) {
    return with("source_name", JsonValue.of(sourceName));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public ExternalReference withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public Optional<String> url() {
    return View.text(json, "url");
  }

  public ExternalReference withUrl(String url) {
    return with("url", JsonValue.of(url));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public ExternalReference withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public Optional<String> externalId() {
    return View.text(json, "external_id");
  }

  public ExternalReference withExternalId(String externalId) {
    return with("external_id", JsonValue.of(externalId));
  }

  public ExternalReference with(String property, JsonValue value) {
    return new ExternalReference(json.with(property, value));
  }
}

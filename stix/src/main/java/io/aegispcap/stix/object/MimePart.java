package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `mime-part-type`, section 6.6.2 of STIX 2.1.
public record MimePart(JsonObject json) implements Structure {

  public static MimePart of() {
    return new MimePart(JsonObject.EMPTY);
  }

  public Optional<String> body() {
    return View.text(json, "body");
  }

  public MimePart withBody(String body) {
    return with("body", JsonValue.of(body));
  }

  public Optional<StixId> bodyRawRef() {
    return View.id(json, "body_raw_ref");
  }

  public MimePart withBodyRawRef(StixId bodyRawRef) {
    return with("body_raw_ref", JsonValue.of(bodyRawRef.toString()));
  }

  public Optional<String> contentType() {
    return View.text(json, "content_type");
  }

  public MimePart withContentType(String contentType) {
    return with("content_type", JsonValue.of(contentType));
  }

  public Optional<String> contentDisposition() {
    return View.text(json, "content_disposition");
  }

  public MimePart withContentDisposition(String contentDisposition) {
    return with("content_disposition", JsonValue.of(contentDisposition));
  }

  public MimePart with(String property, JsonValue value) {
    return new MimePart(json.with(property, value));
  }
}

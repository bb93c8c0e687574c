package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `email-mime-part-type`, section 6.6.2 of STIX 2.1.
public record EmailMimePart(JsonObject json) implements Structure {

  public static EmailMimePart of() {
    return new EmailMimePart(JsonObject.EMPTY);
  }

  public Optional<String> body() {
    return View.text(json, "body");
  }

  public EmailMimePart withBody(String body) {
    return with("body", JsonValue.of(body));
  }

  public Optional<StixId> bodyRawRef() {
    return View.id(json, "body_raw_ref");
  }

  public EmailMimePart withBodyRawRef(StixId bodyRawRef) {
    return with("body_raw_ref", JsonValue.of(bodyRawRef.toString()));
  }

  public Optional<String> contentType() {
    return View.text(json, "content_type");
  }

  public EmailMimePart withContentType(String contentType) {
    return with("content_type", JsonValue.of(contentType));
  }

  public Optional<String> contentDisposition() {
    return View.text(json, "content_disposition");
  }

  public EmailMimePart withContentDisposition(String contentDisposition) {
    return with("content_disposition", JsonValue.of(contentDisposition));
  }

  public EmailMimePart with(String property, JsonValue value) {
    return new EmailMimePart(json.with(property, value));
  }
}

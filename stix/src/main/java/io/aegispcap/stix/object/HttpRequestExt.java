package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `http-request-ext`, section 6.12.2 of STIX 2.1.
public record HttpRequestExt(JsonObject json) implements PredefinedExtension {

  public static HttpRequestExt of(String requestMethod, String requestValue) {
    return new HttpRequestExt(
        JsonObject.EMPTY
            .with("request_method", JsonValue.of(requestMethod))
            .with("request_value", JsonValue.of(requestValue)));
  }

  public String requestMethod() {
    return View.needed(json, "request_method", View.text(json, "request_method"));
  }

  public HttpRequestExt withRequestMethod(String requestMethod) {
    return with("request_method", JsonValue.of(requestMethod));
  }

  public String requestValue() {
    return View.needed(json, "request_value", View.text(json, "request_value"));
  }

  public HttpRequestExt withRequestValue(String requestValue) {
    return with("request_value", JsonValue.of(requestValue));
  }

  public Optional<String> requestVersion() {
    return View.text(json, "request_version");
  }

  public HttpRequestExt withRequestVersion(String requestVersion) {
    return with("request_version", JsonValue.of(requestVersion));
  }

  public Optional<JsonObject> requestHeader() {
    return View.object(json, "request_header");
  }

  public HttpRequestExt withRequestHeader(JsonObject requestHeader) {
    return with("request_header", requestHeader);
  }

  public Optional<Long> messageBodyLength() {
    return View.whole(json, "message_body_length");
  }

  public HttpRequestExt withMessageBodyLength(long messageBodyLength) {
    return with("message_body_length", JsonValue.of(messageBodyLength));
  }

  public Optional<StixId> messageBodyDataRef() {
    return View.id(json, "message_body_data_ref");
  }

  public HttpRequestExt withMessageBodyDataRef(StixId messageBodyDataRef) {
    return with("message_body_data_ref", JsonValue.of(messageBodyDataRef.toString()));
  }

  public HttpRequestExt with(String property, JsonValue value) {
    return new HttpRequestExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "http-request-ext";
  }
}

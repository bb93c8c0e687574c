package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `socket-ext`, section 6.12.4 of STIX 2.1.
public record SocketExt(JsonObject json) implements PredefinedExtension {

  public static SocketExt of(String addressFamily) {
    return new SocketExt(JsonObject.EMPTY.with("address_family", JsonValue.of(addressFamily)));
  }

  public String addressFamily() {
    return View.needed(json, "address_family", View.text(json, "address_family"));
  }

  public SocketExt withAddressFamily(String addressFamily) {
    return with("address_family", JsonValue.of(addressFamily));
  }

  public Optional<Boolean> isBlocking() {
    return View.truth(json, "is_blocking");
  }

  public SocketExt withIsBlocking(boolean isBlocking) {
    return with("is_blocking", JsonValue.of(isBlocking));
  }

  public Optional<Boolean> isListening() {
    return View.truth(json, "is_listening");
  }

  public SocketExt withIsListening(boolean isListening) {
    return with("is_listening", JsonValue.of(isListening));
  }

  public Optional<JsonObject> options() {
    return View.object(json, "options");
  }

  public SocketExt withOptions(JsonObject options) {
    return with("options", options);
  }

  public Optional<String> socketType() {
    return View.text(json, "socket_type");
  }

  public SocketExt withSocketType(String socketType) {
    return with("socket_type", JsonValue.of(socketType));
  }

  public Optional<Long> socketDescriptor() {
    return View.whole(json, "socket_descriptor");
  }

  public SocketExt withSocketDescriptor(long socketDescriptor) {
    return with("socket_descriptor", JsonValue.of(socketDescriptor));
  }

  public Optional<Long> socketHandle() {
    return View.whole(json, "socket_handle");
  }

  public SocketExt withSocketHandle(long socketHandle) {
    return with("socket_handle", JsonValue.of(socketHandle));
  }

  public SocketExt with(String property, JsonValue value) {
    return new SocketExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "socket-ext";
  }
}

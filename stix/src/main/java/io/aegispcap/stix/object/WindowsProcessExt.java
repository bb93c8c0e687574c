package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `windows-process-ext`, section 6.13.2 of STIX 2.1.
public record WindowsProcessExt(JsonObject json) implements PredefinedExtension {

  public static WindowsProcessExt of() {
    return new WindowsProcessExt(JsonObject.EMPTY);
  }

  public Optional<Boolean> aslrEnabled() {
    return View.truth(json, "aslr_enabled");
  }

  public WindowsProcessExt withAslrEnabled(boolean aslrEnabled) {
    return with("aslr_enabled", JsonValue.of(aslrEnabled));
  }

  public Optional<Boolean> depEnabled() {
    return View.truth(json, "dep_enabled");
  }

  public WindowsProcessExt withDepEnabled(boolean depEnabled) {
    return with("dep_enabled", JsonValue.of(depEnabled));
  }

  public Optional<String> priority() {
    return View.text(json, "priority");
  }

  public WindowsProcessExt withPriority(String priority) {
    return with("priority", JsonValue.of(priority));
  }

  public Optional<String> ownerSid() {
    return View.text(json, "owner_sid");
  }

  public WindowsProcessExt withOwnerSid(String ownerSid) {
    return with("owner_sid", JsonValue.of(ownerSid));
  }

  public Optional<String> windowTitle() {
    return View.text(json, "window_title");
  }

  public WindowsProcessExt withWindowTitle(String windowTitle) {
    return with("window_title", JsonValue.of(windowTitle));
  }

  public Optional<JsonObject> startupInfo() {
    return View.object(json, "startup_info");
  }

  public WindowsProcessExt withStartupInfo(JsonObject startupInfo) {
    return with("startup_info", startupInfo);
  }

  public Optional<String> integrityLevel() {
    return View.text(json, "integrity_level");
  }

  public WindowsProcessExt withIntegrityLevel(String integrityLevel) {
    return with("integrity_level", JsonValue.of(integrityLevel));
  }

  public WindowsProcessExt with(String property, JsonValue value) {
    return new WindowsProcessExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "windows-process-ext";
  }
}

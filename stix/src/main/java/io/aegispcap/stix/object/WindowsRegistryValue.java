package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `windows-registry-value-type`, section 6.17.2 of STIX 2.1.
public record WindowsRegistryValue(JsonObject json) implements Structure {

  public static WindowsRegistryValue of() {
    return new WindowsRegistryValue(JsonObject.EMPTY);
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public WindowsRegistryValue withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> data() {
    return View.text(json, "data");
  }

  public WindowsRegistryValue withData(String data) {
    return with("data", JsonValue.of(data));
  }

  public Optional<String> dataType() {
    return View.text(json, "data_type");
  }

  public WindowsRegistryValue withDataType(String dataType) {
    return with("data_type", JsonValue.of(dataType));
  }

  public WindowsRegistryValue with(String property, JsonValue value) {
    return new WindowsRegistryValue(json.with(property, value));
  }
}

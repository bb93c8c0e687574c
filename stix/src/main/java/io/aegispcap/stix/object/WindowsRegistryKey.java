package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `windows-registry-key`, section 6.17 of STIX 2.1.
public record WindowsRegistryKey(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static WindowsRegistryKey of() {
    return new WindowsRegistryKey(Encoded.identified(Encoded.observable("windows-registry-key")));
  }

  public Optional<String> key() {
    return View.text(json, "key");
  }

  public WindowsRegistryKey withKey(String key) {
    return with("key", JsonValue.of(key));
  }

  public List<WindowsRegistryValue> values() {
    return View.structures(json, "values", WindowsRegistryValue::new);
  }

  public WindowsRegistryKey withValues(List<WindowsRegistryValue> values) {
    return with("values", Encoded.structures(values));
  }

  public Optional<StixTimestamp> modifiedTime() {
    return View.timestamp(json, "modified_time");
  }

  public WindowsRegistryKey withModifiedTime(StixTimestamp modifiedTime) {
    return with("modified_time", JsonValue.of(modifiedTime.toString()));
  }

  public Optional<StixId> creatorUserRef() {
    return View.id(json, "creator_user_ref");
  }

  public WindowsRegistryKey withCreatorUserRef(StixId creatorUserRef) {
    return with("creator_user_ref", JsonValue.of(creatorUserRef.toString()));
  }

  public Optional<Long> numberOfSubkeys() {
    return View.whole(json, "number_of_subkeys");
  }

  public WindowsRegistryKey withNumberOfSubkeys(long numberOfSubkeys) {
    return with("number_of_subkeys", JsonValue.of(numberOfSubkeys));
  }

  @Override
  public WindowsRegistryKey with(String property, JsonValue value) {
    return new WindowsRegistryKey(Encoded.identified(json.with(property, value)));
  }
}

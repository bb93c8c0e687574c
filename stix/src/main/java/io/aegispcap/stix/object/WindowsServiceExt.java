package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `windows-service-ext`, section 6.13.3 of STIX 2.1.
public record WindowsServiceExt(JsonObject json) implements PredefinedExtension {

  public static WindowsServiceExt of() {
    return new WindowsServiceExt(JsonObject.EMPTY);
  }

  public Optional<String> serviceName() {
    return View.text(json, "service_name");
  }

  public WindowsServiceExt withServiceName(String serviceName) {
    return with("service_name", JsonValue.of(serviceName));
  }

  public List<String> descriptions() {
    return View.texts(json, "descriptions");
  }

  public WindowsServiceExt withDescriptions(List<String> descriptions) {
    return with("descriptions", JsonArray.ofTexts(descriptions));
  }

  public Optional<String> displayName() {
    return View.text(json, "display_name");
  }

  public WindowsServiceExt withDisplayName(String displayName) {
    return with("display_name", JsonValue.of(displayName));
  }

  public Optional<String> groupName() {
    return View.text(json, "group_name");
  }

  public WindowsServiceExt withGroupName(String groupName) {
    return with("group_name", JsonValue.of(groupName));
  }

  public Optional<String> startType() {
    return View.text(json, "start_type");
  }

  public WindowsServiceExt withStartType(String startType) {
    return with("start_type", JsonValue.of(startType));
  }

  public List<StixId> serviceDllRefs() {
    return View.ids(json, "service_dll_refs");
  }

  public WindowsServiceExt withServiceDllRefs(List<StixId> serviceDllRefs) {
    return with("service_dll_refs", Encoded.ids(serviceDllRefs));
  }

  public Optional<String> serviceType() {
    return View.text(json, "service_type");
  }

  public WindowsServiceExt withServiceType(String serviceType) {
    return with("service_type", JsonValue.of(serviceType));
  }

  public Optional<String> serviceStatus() {
    return View.text(json, "service_status");
  }

  public WindowsServiceExt withServiceStatus(String serviceStatus) {
    return with("service_status", JsonValue.of(serviceStatus));
  }

  public WindowsServiceExt with(String property, JsonValue value) {
    return new WindowsServiceExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "windows-service-ext";
  }
}

package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `identity`, section 4.5 of STIX 2.1.
public record Identity(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Identity create(Creation creation, String name) {
    return new Identity(creation.begin("identity").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Identity withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Identity withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> roles() {
    return View.texts(json, "roles");
  }

  public Identity withRoles(List<String> roles) {
    return with("roles", JsonArray.ofTexts(roles));
  }

  public Optional<String> identityClass() {
    return View.text(json, "identity_class");
  }

  public Identity withIdentityClass(String identityClass) {
    return with("identity_class", JsonValue.of(identityClass));
  }

  public List<String> sectors() {
    return View.texts(json, "sectors");
  }

  public Identity withSectors(List<String> sectors) {
    return with("sectors", JsonArray.ofTexts(sectors));
  }

  public Optional<String> contactInformation() {
    return View.text(json, "contact_information");
  }

  public Identity withContactInformation(String contactInformation) {
    return with("contact_information", JsonValue.of(contactInformation));
  }

  @Override
  public Identity with(String property, JsonValue value) {
    return new Identity(json.with(property, value));
  }
}

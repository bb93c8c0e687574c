package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `location`, section 4.10 of STIX 2.1.
public record Location(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Location create(Creation creation) {
    return new Location(creation.begin("location"));
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public Location withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Location withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public Optional<Double> latitude() {
    return View.decimal(json, "latitude");
  }

  public Location withLatitude(double latitude) {
    return with("latitude", Encoded.decimal(latitude));
  }

  public Optional<Double> longitude() {
    return View.decimal(json, "longitude");
  }

  public Location withLongitude(double longitude) {
    return with("longitude", Encoded.decimal(longitude));
  }

  public Optional<Double> precision() {
    return View.decimal(json, "precision");
  }

  public Location withPrecision(double precision) {
    return with("precision", Encoded.decimal(precision));
  }

  public Optional<String> region() {
    return View.text(json, "region");
  }

  public Location withRegion(String region) {
    return with("region", JsonValue.of(region));
  }

  public Optional<String> country() {
    return View.text(json, "country");
  }

  public Location withCountry(String country) {
    return with("country", JsonValue.of(country));
  }

  public Optional<String> administrativeArea() {
    return View.text(json, "administrative_area");
  }

  public Location withAdministrativeArea(String administrativeArea) {
    return with("administrative_area", JsonValue.of(administrativeArea));
  }

  public Optional<String> city() {
    return View.text(json, "city");
  }

  public Location withCity(String city) {
    return with("city", JsonValue.of(city));
  }

  public Optional<String> streetAddress() {
    return View.text(json, "street_address");
  }

  public Location withStreetAddress(String streetAddress) {
    return with("street_address", JsonValue.of(streetAddress));
  }

  public Optional<String> postalCode() {
    return View.text(json, "postal_code");
  }

  public Location withPostalCode(String postalCode) {
    return with("postal_code", JsonValue.of(postalCode));
  }

  @Override
  public Location with(String property, JsonValue value) {
    return new Location(json.with(property, value));
  }
}

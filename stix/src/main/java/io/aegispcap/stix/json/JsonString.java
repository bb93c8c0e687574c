package io.aegispcap.stix.json;

/// Text.
public record JsonString(String text) implements JsonValue {
  @Override
  public String kind() {
    return "a string";
  }
}

package io.aegispcap.stix.json;

/// JSON's null, which STIX never allows but other programs write.
public record JsonNull() implements JsonValue {
  public static final JsonNull NULL = new JsonNull();

  @Override
  public String kind() {
    return "null";
  }
}

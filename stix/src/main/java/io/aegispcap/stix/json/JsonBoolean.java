package io.aegispcap.stix.json;

/// True or false.
public record JsonBoolean(boolean truth) implements JsonValue {
  public static final JsonBoolean TRUE = new JsonBoolean(true);
  public static final JsonBoolean FALSE = new JsonBoolean(false);

  @Override
  public String kind() {
    return "a boolean";
  }
}

package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// The marking definitions of the Traffic Light Protocol that everybody shares: those of version 1
/// in the specification (7.2.1.4), those of version 2 by an extension that OASIS published.
public enum Tlp {
  WHITE(1, "white", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
  GREEN(1, "green", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
  AMBER(1, "amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
  RED(1, "red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
  CLEAR_2(2, "clear", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
  GREEN_2(2, "green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
  AMBER_2(2, "amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
  AMBER_STRICT_2(2, "amber+strict", "939a9414-2ddd-4d32-a0cd-375ea402b003"),
  RED_2(2, "red", "e828b379-4e03-4974-9ac4-e53a884c97c1");

  private static final String EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private final int version;
  private final String level;
  private final String uuid;

  Tlp(int version, String level, String uuid) {
    this.version = version;
    this.level = level;
    this.uuid = uuid;
  }

  public StixId id() {
    return StixId.of("marking-definition--" + uuid);
  }

  public int version() {
    return version;
  }

  public String level() {
    return level;
  }

  /// The definition of version 1 of this level.
  public static Optional<Tlp> ofLevel(String level) {
    return Arrays.stream(values())
        .filter(tlp -> tlp.version == 1 && tlp.level.equals(level))
        .findFirst();
  }

  public static Optional<Tlp> ofId(String id) {
    return Arrays.stream(values()).filter(tlp -> tlp.id().toString().equals(id)).findFirst();
  }

  /// The definition as everybody writes it.
  public MarkingDefinition definition() {
    JsonObject start =
        JsonObject.EMPTY
            .with("type", JsonValue.of("marking-definition"))
            .with("spec_version", JsonValue.of("2.1"))
            .with("id", JsonValue.of(id().toString()));
    String name = "TLP:" + level.toUpperCase(java.util.Locale.ROOT);
    return new MarkingDefinition(
        version == 1
            ? start
                .with("created", JsonValue.of("2017-01-20T00:00:00.000Z"))
                .with("definition_type", JsonValue.of("tlp"))
                .with("name", JsonValue.of(name))
                .with("definition", JsonObject.of("tlp", JsonValue.of(level)))
            : start
                .with("created", JsonValue.of("2022-10-01T00:00:00.000Z"))
                .with("name", JsonValue.of(name))
                .with(
                    "extensions",
                    JsonObject.of(
                        EXTENSION,
                        JsonObject.of("extension_type", JsonValue.of("property-extension"))
                            .with("tlp_2_0", JsonValue.of(level)))));
  }

  /// Whether the object is this definition, in all that gives it its meaning.
  public boolean isDefinedBy(JsonObject object) {
    JsonObject own = definition().json();
    return object.find("id").equals(own.find("id"))
        && object.find("created").equals(own.find("created"))
        && object.find("definition").equals(own.find("definition"));
  }
}

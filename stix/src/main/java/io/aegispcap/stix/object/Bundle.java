package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;

/// Objects that travel together, section 8. They have nothing in common but that.
public record Bundle(JsonObject json) implements StixObject {

  public static Bundle create(Creation creation, List<? extends StixObject> objects) {
    JsonObject empty =
        JsonObject.EMPTY
            .with("type", JsonValue.of("bundle"))
            .with("id", JsonValue.of(creation.id("bundle").toString()));
    return new Bundle(
        objects.isEmpty()
            ? empty
            : empty.with(
                "objects",
                new JsonArray(objects.stream().<JsonValue>map(StixObject::json).toList())));
  }

  public List<StixObject> objects() {
    return json.array("objects").stream().flatMap(JsonArray::objects).map(StixObject::of).toList();
  }
}

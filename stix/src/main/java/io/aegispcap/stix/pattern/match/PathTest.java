package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.pattern.ObjectPath;
import java.util.List;
import java.util.Optional;

/// A test of whatever values an object path leads to; one that passes is enough.
final class PathTest {

  private final ObjectPath path;
  private final List<ObjectPath.Step> steps;
  private final Test test;

  PathTest(ObjectPath path, Test test) {
    this.path = path;
    this.steps = path.steps();
    this.test = test;
  }

  boolean holds(JsonObject root, Observed observed) throws UnmatchableException {
    return root.members().get("type") instanceof JsonString(String type)
        && type.equals(path.type())
        && any(root, "", 0, observed);
  }

  /// @param name of the property that holds the value
  private boolean any(JsonValue value, String name, int step, Observed observed)
      throws UnmatchableException {
    if (step == steps.size()) {
      return test.of(name, value);
    }
    JsonValue from = dereferenced(value, name, steps.get(step), observed);
    return switch (steps.get(step)) {
      case ObjectPath.Key(String key) -> {
        JsonValue member = from instanceof JsonObject object ? object.members().get(key) : null;
        yield member != null && any(member, key, step + 1, observed);
      }
      case ObjectPath.Index(int index) ->
          from instanceof JsonArray(List<JsonValue> items)
              && index < items.size()
              && any(items.get(index), name, step + 1, observed);
      case ObjectPath.AnyItem all ->
          from instanceof JsonArray(List<JsonValue> items)
              && anyOf(items, name, step + 1, observed);
    };
  }

  private boolean anyOf(List<JsonValue> items, String name, int step, Observed observed)
      throws UnmatchableException {
    for (JsonValue item : items) {
      if (any(item, name, step, observed)) {
        return true;
      }
    }
    return false;
  }

  /// Where a path goes on from a reference, it goes on in the object referred to.
  private static JsonValue dereferenced(
      JsonValue value, String name, ObjectPath.Step next, Observed observed) {
    if (!(next instanceof ObjectPath.Key)
        || !(value instanceof JsonString(String id))
        || !name.endsWith("_ref") && !name.endsWith("_refs")) {
      return value;
    }
    Optional<JsonObject> referent = observed.referents().apply(id);
    return referent.isPresent() ? referent.get() : value;
  }
}

package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names content of an object (7.2.3.1): `description`, `external_references.[0].url`.
///
/// @param steps names of members and, in brackets, indices of items
public record Selector(List<String> steps) {

  private static final Pattern ITEM = Pattern.compile("\\[(0|[1-9]\\d{0,8})\\]");

  public Selector {
    steps = List.copyOf(steps);
  }

  /// Empty when it is none.
  public static Optional<Selector> find(String text) {
    List<String> steps = List.of(text.split("\\.", -1));
    for (String step : steps) {
      if (step.isEmpty() || step.startsWith("[") && !ITEM.matcher(step).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Selector(steps));
  }

  /// @throws IllegalArgumentException when it is none
  public static Selector of(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no selector"));
  }

  /// What it selects; empty when that is not there.
  public Optional<JsonValue> select(JsonObject object) {
    Optional<JsonValue> value = Optional.of(object);
    for (String step : steps) {
      value = value.flatMap(from -> step(from, step));
    }
    return value;
  }

  private static Optional<JsonValue> step(JsonValue from, String step) {
    Matcher item = ITEM.matcher(step);
    if (item.matches()) {
      int index = Integer.parseInt(item.group(1));
      return from instanceof JsonArray(List<JsonValue> items) && index < items.size()
          ? Optional.of(items.get(index))
          : Optional.empty();
    }
    return from instanceof JsonObject object ? object.find(step) : Optional.empty();
  }

  /// Whether the other selects the same or a part of it.
  public boolean covers(Selector other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /// This and all that lies around what it selects.
  public List<Selector> upwards() {
    List<Selector> all = new ArrayList<>();
    for (int length = steps.size(); length > 0; length--) {
      all.add(new Selector(steps.subList(0, length)));
    }
    return all;
  }

  @Override
  public String toString() {
    return String.join(".", steps);
  }
}

package io.aegispcap.stix.filter;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixTimestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// One question about an object: whether a property, or any item of a list, compares so. As in
/// MITRE's library, CONTAINS asks of a list whether any of its texts contains the part.
///
/// @param path names of properties, joined by dots: `external_references.source_name`
/// @param value what is compared with; a list for IN
public record Filter(String path, FilterOperator operator, JsonValue value)
    implements Predicate<JsonObject> {

  public Filter {
    if (operator == FilterOperator.IN && !(value instanceof JsonArray)) {
      throw new IllegalArgumentException("IN needs a list, not " + value.kind());
    }
  }

  /// Compares with a text.
  public static Filter of(String path, FilterOperator operator, String text) {
    return new Filter(path, operator, JsonValue.of(text));
  }

  /// An object without the property passes no filter.
  @Override
  public boolean test(JsonObject object) {
    return reaches(object, List.of(path.split("\\.", -1)), 0);
  }

  private boolean reaches(JsonValue from, List<String> names, int depth) {
    if (depth == names.size()) {
      return holds(from)
          || from instanceof JsonArray(List<JsonValue> items)
              && items.stream().anyMatch(this::holds);
    }
    return switch (from) {
      case JsonObject object ->
          object.find(names.get(depth)).filter(next -> reaches(next, names, depth + 1)).isPresent();
      case JsonArray(List<JsonValue> items) ->
          items.stream().anyMatch(item -> reaches(item, names, depth));
      default -> false;
    };
  }

  private boolean holds(JsonValue actual) {
    return switch (operator) {
      case EQUAL -> same(actual, value);
      case NOT_EQUAL -> !(actual instanceof JsonArray) && !same(actual, value);
      case IN ->
          value instanceof JsonArray(List<JsonValue> items)
              && items.stream().anyMatch(item -> same(actual, item));
      case GREATER -> ordered(actual, order -> order > 0);
      case LESS -> ordered(actual, order -> order < 0);
      case GREATER_OR_EQUAL -> ordered(actual, order -> order >= 0);
      case LESS_OR_EQUAL -> ordered(actual, order -> order <= 0);
      case CONTAINS -> contains(actual);
    };
  }

  private boolean contains(JsonValue actual) {
    return switch (actual) {
      case JsonArray(List<JsonValue> items) -> items.stream().anyMatch(item -> same(item, value));
      case JsonObject(Map<String, JsonValue> members) ->
          value instanceof JsonString(String name)
              ? members.containsKey(name)
              : members.values().stream().anyMatch(member -> same(member, value));
      case JsonString(String text) ->
          value instanceof JsonString(String part) && text.contains(part);
      default -> false;
    };
  }

  private static boolean same(JsonValue actual, JsonValue wanted) {
    OptionalInt order = compare(actual, wanted);
    return order.isPresent() ? order.getAsInt() == 0 : actual.equals(wanted);
  }

  private boolean ordered(JsonValue actual, Predicate<Integer> accepted) {
    OptionalInt order = compare(actual, value);
    return order.isPresent() && accepted.test(order.getAsInt());
  }

  /// Timestamps by time, numbers by value, texts by their characters.
  private static OptionalInt compare(JsonValue actual, JsonValue wanted) {
    if (actual instanceof JsonNumber a && wanted instanceof JsonNumber b) {
      return OptionalInt.of(a.exact().compareTo(b.exact()));
    }
    if (!(actual instanceof JsonString(String a) && wanted instanceof JsonString(String b))) {
      return OptionalInt.empty();
    }
    Optional<StixTimestamp> first = StixTimestamp.find(a);
    Optional<StixTimestamp> second = StixTimestamp.find(b);
    return OptionalInt.of(
        first.isPresent() && second.isPresent()
            ? first.get().compareTo(second.get())
            : a.compareTo(b));
  }
}

package io.aegispcap.platform.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/// An object of a JSON document that is being written: its members stay in order.
public final class Json {
  private final Map<String, Object> members = new LinkedHashMap<>();

  /// Nothing happens for a value that is empty: an empty text, list or object says nothing.
  public Json with(String name, Object value) {
    Object plain = value instanceof Json object ? object.members : value;
    boolean empty =
        "".equals(plain)
            || plain instanceof Iterable<?> list && !list.iterator().hasNext()
            || plain instanceof Map<?, ?> map && map.isEmpty();
    if (!empty) {
      members.put(name, plain);
    }
    return this;
  }

  /// Even when it is empty.
  public Json withEvenEmpty(String name, Map<String, ?> value) {
    members.put(name, value);
    return this;
  }

  public Map<String, Object> map() {
    return members;
  }

  static Map<String, Object> reference(String place) {
    return Map.of("$ref", "#/components/" + place);
  }
}

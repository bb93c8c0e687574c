package io.aegispcap.capture.protocol;

import java.util.List;
import java.util.function.Function;

/// Takes a fact's fields by name. Names are ECS field names where ECS has one.
public interface FactWriter {
  /// Leaves out an empty value.
  void text(String field, String value);

  void number(String field, long value);

  void flag(String field, boolean value);

  /// Leaves out an empty list.
  default void list(String field, List<String> values) {
    list(field, values, value -> value);
  }

  /// Leaves out an empty list.
  ///
  /// @param text what is written of each item
  <T> void list(String field, List<T> items, Function<? super T, String> text);

  /// @param nanos since 1970-01-01T00:00:00Z; written as ISO 8601 in UTC
  void time(String field, long nanos);
}

package io.aegispcap.capture.protocol;

import java.util.List;

/// Takes a fact's fields by name. Names are ECS field names where ECS has one.
public interface FactWriter {
  /// Leaves out an empty value.
  void text(String field, String value);

  void number(String field, long value);

  void flag(String field, boolean value);

  /// Leaves out an empty list.
  void list(String field, List<String> values);

  /// @param nanos since 1970-01-01T00:00:00Z; written as ISO 8601 in UTC
  void time(String field, long nanos);
}

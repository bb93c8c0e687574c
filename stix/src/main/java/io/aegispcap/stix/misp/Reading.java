package io.aegispcap.stix.misp;

import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A way in which attributes of a type are said in STIX.
///
/// @param withData whether they come with data, as files do
record Reading(String type, boolean withData, Mapping mapping) {

  /// What an attribute says.
  ///
  /// @param data in Base64
  record Said(String value, Optional<String> data) {}

  /// Empty when a part is missing, or something else is said beside.
  Optional<Said> read(Map<ObjectPath, Constant> values) {
    return said(values)
        .filter(
            said ->
                mapping
                    .values(Mapping.parts(type, said.value(), said.data()))
                    .equals(Optional.of(values)));
  }

  /// Empty when a part is missing.
  Optional<Said> said(Map<ObjectPath, Constant> values) {
    return mapping
        .parts(values)
        .map(
            parts -> {
              List<String> value = withData ? parts.subList(0, parts.size() - 1) : parts;
              return new Said(
                  String.join("|", value),
                  withData ? Optional.of(parts.getLast()) : Optional.empty());
            });
  }
}

package io.aegispcap.stix.specification;

import java.util.List;

/// An open vocabulary, or an enumeration.
///
/// @param open whether other values are allowed too
public record Vocabulary(String name, String section, boolean open, List<String> values) {
  public Vocabulary {
    values = List.copyOf(values);
  }
}

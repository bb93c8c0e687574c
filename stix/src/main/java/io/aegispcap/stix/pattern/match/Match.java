package io.aegispcap.stix.pattern.match;

import java.util.List;

/// The answer to a pattern.
///
/// @param observed the identifiers of the first observations found that make it match together, in
///   the order of the data
public record Match(boolean matched, List<String> observed) {

  static final Match NONE = new Match(false, List.of());

  public Match {
    observed = List.copyOf(observed);
  }
}

package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.flow.FlowKey;
import java.util.Set;

/// A flow of a capture under evaluation.
///
/// @param start nanoseconds since 1970-01-01T00:00:00Z
/// @param names that it asked for by DNS, lower case
record SeenFlow(FlowKey key, long start, Set<String> names) {

  /// Whether it asked for a domain or a name below it.
  boolean asksBelow(String domain) {
    for (String name : names) {
      if (name.equals(domain) || name.endsWith("." + domain)) {
        return true;
      }
    }
    return false;
  }
}

package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.flow.FlowKey;
import java.util.Set;

/// A flow of a capture under evaluation.
///
/// @param names that it asked for by DNS, lower case
record SeenFlow(FlowKey key, Set<String> names) {

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

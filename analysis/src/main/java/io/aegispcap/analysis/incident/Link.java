package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Severity;
import java.util.List;

/// What one host of an incident did to another, or called.
///
/// @param techniques ids of ATT&CK, such as `T1046`, in the order of time, each once
/// @param severity of the most severe alert
/// @param alerts how many there are
public record Link(
    String from, String to, List<String> techniques, Severity severity, long alerts) {
  public Link {
    techniques = List.copyOf(techniques);
  }
}

package io.aegispcap.platform.captures;

import io.aegispcap.platform.access.Caller;
import java.util.Map;
import java.util.Optional;

/// Somebody looks at a capture that they may see.
///
/// @param analysis that is shown; empty when none has succeeded yet
/// @param caller who looks
/// @param mayChange whether they may change the capture
/// @param query the address bar's parameters, the first of each name
public record CaptureView(
    Capture capture,
    Optional<Analysis> analysis,
    Caller caller,
    boolean mayChange,
    Map<String, String> query) {
  public CaptureView {
    query = Map.copyOf(query);
  }
}

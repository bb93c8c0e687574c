package io.aegispcap.platform.alerts;

import io.aegispcap.platform.captures.CaptureId;
import java.time.Instant;

/// An alert in the inbox.
///
/// @param document the finding, as the analysis wrote it
/// @param found whether the latest analysis of its capture still finds it
/// @param arrived when it was found first
/// @param version counts its changes
public record Alert(
    AlertId id,
    CaptureId capture,
    String captureName,
    Finding finding,
    String document,
    Triage triage,
    boolean found,
    Instant arrived,
    long version) {

  public String path() {
    return "/alerts/" + id;
  }
}

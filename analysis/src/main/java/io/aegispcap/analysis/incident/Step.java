package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;

/// One thing that happened in an incident: all alerts of one detector about one subject.
///
/// @param subject who did it, or whom it is about
/// @param targets to whom it was done, as the alerts say, in the order of their times; at most
///   [#MAX_TARGETS]
/// @param severity of the most severe alert
/// @param confidence of that alert
/// @param sentence of that alert
/// @param sentenceSeen when that alert was first seen
/// @param frames ids of packets that prove that alert, ascending, at least one
/// @param totalFrames packets that prove all of the alerts
/// @param alerts their ids, that of the most severe first
public record Step(
    Stage stage,
    DetectorInfo detector,
    String subject,
    List<String> targets,
    Severity severity,
    double confidence,
    String sentence,
    long sentenceSeen,
    long firstSeen,
    long lastSeen,
    List<Long> frames,
    long totalFrames,
    List<String> alerts) {
  public static final int MAX_TARGETS = 20;

  public Step {
    targets = List.copyOf(targets);
    frames = List.copyOf(frames);
    alerts = List.copyOf(alerts);
  }
}

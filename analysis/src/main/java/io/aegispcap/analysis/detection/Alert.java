package io.aegispcap.analysis.detection;

import java.util.List;
import java.util.Optional;

/// What an analyst reads: one or more findings of a detector about one thing, with everything
/// needed to believe it or not.
///
/// @param id stable for the same captures, detectors and options, such as `a-5f1c2e77b0`
/// @param sentences what happened, most severe first; at least one
public record Alert(
    String id,
    DetectorInfo detector,
    String subject,
    Optional<String> target,
    List<String> sentences,
    Severity severity,
    double confidence,
    String confidenceReason,
    long firstSeen,
    long lastSeen,
    long count,
    List<Measure> measures,
    Evidence evidence) {
  public Alert {
    sentences = List.copyOf(sentences);
    measures = List.copyOf(measures);
  }

  /// The same, judged anew.
  public Alert with(Severity otherSeverity, double otherConfidence, String otherReason) {
    return new Alert(
        id,
        detector,
        subject,
        target,
        sentences,
        otherSeverity,
        otherConfidence,
        otherReason,
        firstSeen,
        lastSeen,
        count,
        measures,
        evidence);
  }
}

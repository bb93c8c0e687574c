package io.aegispcap.analysis.detection;

import java.util.List;
import java.util.Optional;

/// One thing that a detector holds to be suspicious. Findings of one detector about the same
/// subject and target become one [Alert].
///
/// @param detector who says so
/// @param subject whom it is about: usually the acting host's address, or a domain
/// @param target to whom it was done, when there is one: an address, network or name
/// @param sentence what happened, in one sentence without a full stop's worth of jargon
/// @param severity how bad it is if true
/// @param confidence how sure, 0 to 1
/// @param confidenceReason where the confidence comes from, in half a sentence
/// @param firstSeen nanoseconds since 1970-01-01T00:00:00Z
/// @param lastSeen at or after the first
/// @param count how often: guesses, ports, queries, connections; 1 or more
/// @param measures the numbers against their thresholds
/// @param evidence the packets
public record Finding(
    DetectorInfo detector,
    String subject,
    Optional<String> target,
    String sentence,
    Severity severity,
    double confidence,
    String confidenceReason,
    long firstSeen,
    long lastSeen,
    long count,
    List<Measure> measures,
    Evidence evidence) {
  public Finding {
    measures = List.copyOf(measures);
    if (lastSeen < firstSeen || count < 1) {
      throw new IllegalArgumentException("seen last before first, or not at all");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
  }
}

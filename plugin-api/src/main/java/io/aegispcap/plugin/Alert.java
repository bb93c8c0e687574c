package io.aegispcap.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An alert as integrations see it. Hosts are numbered instead of named by address without
/// `read:addresses`.
///
/// @param id such as `a-5f1c2e77b0`
/// @param detector id of the detector
/// @param severity how bad it is if true
/// @param confidence 0 to 1
/// @param subject whom it is about
/// @param target to whom it was done, when there is one
/// @param sentences what happened, most severe first; at least one
/// @param technique id of the ATT&CK technique, such as `T1046`
/// @param firstSeen at or before the last
/// @param lastSeen at or after the first
/// @param count how often
public record Alert(
    String id,
    String detector,
    Severity severity,
    double confidence,
    String subject,
    Optional<String> target,
    List<String> sentences,
    String technique,
    Instant firstSeen,
    Instant lastSeen,
    long count) {
  public Alert {
    sentences = List.copyOf(sentences);
  }
}

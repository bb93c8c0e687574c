package io.aegispcap.platform.alerts.rule;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Reason;
import java.time.Instant;
import java.util.Optional;

/// Archives alerts as they come in, as its maker could by hand: those of captures that are shared
/// with everybody signed in, and of its maker's own.
///
/// @param archived how many alerts it archived so far
public record ArchiveRule(
    long id,
    PersonId madeBy,
    Instant made,
    String detectorName,
    Match match,
    Reason reason,
    boolean enabled,
    long archived) {

  /// Which alerts.
  ///
  /// @param detector its id
  /// @param subject whom they are about; empty for anybody
  /// @param target to whom it was done; empty for anybody
  /// @param mostSevere more severe ones stay in the inbox
  public record Match(
      String detector, Optional<String> subject, Optional<String> target, Severity mostSevere) {}
}

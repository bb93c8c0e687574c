package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Triage;
import java.time.Instant;
import java.util.Optional;

/// An entry of an alert's history.
///
/// @param person who did it; empty for the platform
/// @param rule which rule did it
/// @param undone whether it was taken back since
public record Action(
    ActionId id,
    Instant at,
    Optional<PersonId> person,
    Kind kind,
    Optional<Long> rule,
    boolean undone,
    Triage before,
    Triage after) {

  public enum Kind {
    CHANGE,
    UNDO,
    /// A rule archived it.
    RULE,
    /// An analysis of the capture did not find it any more.
    LOST,
    /// An analysis found it again.
    FOUND
  }
}

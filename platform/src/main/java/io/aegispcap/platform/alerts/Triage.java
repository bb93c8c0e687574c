package io.aegispcap.platform.alerts;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// What people decided about an alert.
///
/// @param reason only where it is archived, and even then not always
/// @param assignee whose it is
public record Triage(State state, Optional<Reason> reason, Optional<PersonId> assignee) {
  public Triage {
    if (reason.isPresent() && state != State.ARCHIVED) {
      throw new IllegalArgumentException("only archived alerts have a reason");
    }
  }

  /// As an alert comes in.
  public static Triage fresh() {
    return new Triage(State.OPEN, Optional.empty(), Optional.empty());
  }
}

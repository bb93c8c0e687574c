package io.aegispcap.platform.alerts;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// What somebody does to alerts.
public sealed interface Change {

  /// @param reason only with [State#ARCHIVED]
  record Move(State state, Optional<Reason> reason) implements Change {
    public Move {
      if (reason.isPresent() && state != State.ARCHIVED) {
        throw new IllegalArgumentException("only archived alerts have a reason");
      }
    }

    public static Move to(State state) {
      return new Move(state, Optional.empty());
    }
  }

  /// @param person to whom; empty for nobody
  record Assign(Optional<PersonId> person) implements Change {}

  default Triage applyTo(Triage now) {
    return switch (this) {
      case Move(State state, Optional<Reason> reason) -> new Triage(state, reason, now.assignee());
      case Assign(Optional<PersonId> person) -> new Triage(now.state(), now.reason(), person);
    };
  }
}

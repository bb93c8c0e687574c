package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads changes as programs write them.
@Component
class Changes {
  private final Assignees assignees;

  Changes(Assignees assignees) {
    this.assignees = assignees;
  }

  /// @param assignee a handle; an empty one for nobody; null to leave it
  /// @throws ProblemException INVALID when a value is unknown, or nothing would change
  List<Change> read(@Nullable String state, @Nullable String reason, @Nullable String assignee) {
    List<Change> changes = new ArrayList<>();
    if (state != null) {
      changes.add(move(state, Optional.ofNullable(reason)));
    } else if (reason != null) {
      throw invalid("A reason goes with the state archived.");
    }
    if (assignee != null) {
      changes.add(
          new Change.Assign(
              assignee.isBlank() ? Optional.empty() : Optional.of(assignees.require(assignee))));
    }
    if (changes.isEmpty()) {
      throw invalid("Name a state or an assignee.");
    }
    return changes;
  }

  private static Change move(String slug, Optional<String> reason) {
    State state =
        State.parse(slug)
            .orElseThrow(
                () ->
                    invalid(
                        "States are "
                            + Arrays.stream(State.values())
                                .map(State::slug)
                                .collect(Collectors.joining(", "))
                            + "."));
    if (reason.isPresent() && state != State.ARCHIVED) {
      throw invalid("A reason goes with the state archived.");
    }
    return new Change.Move(state, reason.map(Changes::reason));
  }

  private static Reason reason(String slug) {
    return Reason.parse(slug)
        .orElseThrow(
            () ->
                invalid(
                    "Reasons are "
                        + Arrays.stream(Reason.values())
                            .map(Reason::slug)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}

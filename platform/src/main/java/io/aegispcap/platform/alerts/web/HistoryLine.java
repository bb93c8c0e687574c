package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.alerts.triage.Action;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An entry of the history, in words.
///
/// @param who did it
/// @param what they did
/// @param undone whether it was taken back since
public record HistoryLine(Instant at, String who, String what, boolean undone) {

  static HistoryLine of(Action action, Map<PersonId, String> names) {
    return new HistoryLine(
        action.at(),
        action.person().map(id -> name(id, names)).orElse("AegisPCAP"),
        what(action, names),
        action.undone());
  }

  static String name(PersonId person, Map<PersonId, String> names) {
    return names.getOrDefault(person, "someone who left");
  }

  private static String what(Action action, Map<PersonId, String> names) {
    return switch (action.kind()) {
      case CHANGE -> changed(action.before(), action.after(), names);
      case UNDO -> "took back: " + changed(action.before(), action.after(), names);
      case RULE ->
          "archived it as "
              + reason(action.after())
              + action.rule().map(rule -> " by rule " + rule).orElse("");
      case LOST -> "the latest analysis of the capture does not find it any more";
      case FOUND -> "the latest analysis of the capture finds it again";
    };
  }

  private static String changed(Triage before, Triage after, Map<PersonId, String> names) {
    if (!before.assignee().equals(after.assignee())) {
      return after
          .assignee()
          .map(person -> "gave it to " + name(person, names))
          .orElse("took it from whoever had it");
    }
    if (after.state() == State.ARCHIVED) {
      return "archived it as " + reason(after) + from(before);
    }
    return switch (after.state()) {
          case OPEN -> "opened it";
          case IN_PROGRESS -> "began work on it";
          case ESCALATED -> "escalated it";
          case ARCHIVED -> throw new IllegalStateException("answered above");
        }
        + from(before);
  }

  private static String from(Triage before) {
    return ", from " + before.state().label().toLowerCase(Locale.ROOT);
  }

  private static String reason(Triage triage) {
    Optional<Reason> reason = triage.reason();
    return reason.map(known -> known.label().toLowerCase(Locale.ROOT)).orElse("done");
  }
}

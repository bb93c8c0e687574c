package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes alerts, one or many at once, and takes changes back.
@Service
public class AlertTriage {
  /// Alerts that can be changed at once.
  public static final int MOST = 500;

  private final Actions actions;
  private final Audience audience;
  private final Deeds deeds;

  AlertTriage(Actions actions, Audience audience, Deeds deeds) {
    this.actions = actions;
    this.audience = audience;
    this.deeds = deeds;
  }

  /// Does this to these alerts, as far as the caller sees them and it changes them.
  ///
  /// @throws ProblemException NOT_FOUND when the caller sees none of them; INVALID when there are
  ///   too many, or somebody shall get what they can't see
  @Transactional
  public Done change(Caller.Person caller, Collection<AlertId> alerts, Change change) {
    if (alerts.isEmpty() || alerts.size() > MOST) {
      throw invalid("Choose 1 to " + MOST + " alerts.");
    }
    List<Held> held = actions.hold(alerts, Viewer.of(caller));
    if (held.isEmpty()) {
      throw ProblemException.notFound(alerts.size() == 1 ? "such alert" : "alert among these");
    }
    if (change instanceof Change.Assign(Optional<PersonId> person) && person.isPresent()) {
      audience.check(person.get(), held);
    }
    List<Step> steps =
        held.stream()
            .map(alert -> new Step(alert.id(), alert.triage(), change.applyTo(alert.triage())))
            .filter(Step::changes)
            .toList();
    int missing = (int) alerts.stream().distinct().count() - held.size();
    if (steps.isEmpty()) {
      return new Done(Optional.empty(), List.of(), held.size(), missing);
    }
    ActionId action = actions.record(Optional.of(caller.id()), Action.Kind.CHANGE, steps);
    List<AlertId> changed = steps.stream().map(Step::alert).toList();
    deeds.record(
        caller,
        deed(change),
        target(changed),
        Map.of("action", action.toString(), "alerts", changed.toString()));
    audience.tell(caller, action, changed, change, held);
    return new Done(Optional.of(action), changed, held.size() - changed.size(), missing);
  }

  /// Takes back what the caller did last and did not take back yet. Alerts that others changed
  /// since stay as they are.
  ///
  /// @return empty when there is nothing to take back
  @Transactional
  public Optional<Undone> undo(Caller.Person caller) {
    return actions.lastOf(caller.id()).map(last -> takeBack(caller, last));
  }

  /// Takes back this one, as [#undo] does, whatever the caller did since.
  ///
  /// @return empty when it is not the caller's, or was taken back before
  @Transactional
  public Optional<Undone> undo(Caller.Person caller, ActionId action) {
    return actions.ownOf(caller.id(), action).map(own -> takeBack(caller, own));
  }

  private Undone takeBack(Caller.Person caller, ActionId action) {
    Undone undone = actions.undo(caller.id(), action, Viewer.of(caller));
    deeds.record(
        caller,
        "alert.undo",
        target(undone.alerts()),
        Map.of("action", action.toString(), "alerts", undone.alerts().toString()));
    return undone;
  }

  private static String deed(Change change) {
    return switch (change) {
      case Change.Assign _ -> "alert.assign";
      case Change.Move(State state, var _) ->
          switch (state) {
            case ARCHIVED -> "alert.archive";
            case ESCALATED -> "alert.escalate";
            case IN_PROGRESS -> "alert.start";
            case OPEN -> "alert.reopen";
          };
    };
  }

  private static String target(List<AlertId> alerts) {
    return alerts.size() == 1 ? alerts.getFirst().toString() : alerts.size() + " alerts";
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}

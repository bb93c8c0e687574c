package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What was done to alerts. Each action has its inverse, which is an action too.
public interface Actions {

  /// Locks those of these alerts that the viewer sees.
  List<Held> hold(Collection<AlertId> alerts, Viewer viewer);

  /// Does these steps and keeps them; the alerts are held.
  ActionId record(Optional<PersonId> person, Action.Kind kind, List<Step> steps);

  /// What somebody did last, if they did not take it back.
  Optional<ActionId> lastOf(PersonId person);

  /// One of somebody's, if it is theirs and they did not take it back.
  Optional<ActionId> ownOf(PersonId person, ActionId action);

  /// Does the inverse of an action, where nobody changed the alert since.
  Undone undo(PersonId person, ActionId action, Viewer viewer);

  /// The latest first.
  List<Action> historyOf(AlertId alert, int most);

  /// Takes everything from somebody that is theirs to do.
  void unassignAll(PersonId person);
}

package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who is told of a change: whoever an alert is given to; for an escalation its assignee, the owner
/// of its capture and those who run the place, as far as they may see it.
@Component
class Audience {
  private final People people;
  private final Notices notices;

  Audience(People people, Notices notices) {
    this.people = people;
    this.notices = notices;
  }

  /// Refuses to give somebody what they can't see.
  void check(PersonId assignee, List<Held> alerts) {
    Profile profile =
        people
            .find(assignee)
            .filter(found -> !found.locked())
            .orElseThrow(() -> invalid("Nobody of that name is here to work on it."));
    boolean administrator = profile.roles().contains(Role.ADMINISTRATOR);
    if (!administrator
        && alerts.stream().anyMatch(alert -> alert.secret() && !alert.owner().equals(assignee))) {
      throw invalid(
          profile.handle()
              + " does not see this: its capture is private. Share the capture first.");
    }
  }

  void tell(
      Caller.Person caller,
      ActionId action,
      List<AlertId> changed,
      Change change,
      List<Held> held) {
    switch (change) {
      case Change.Assign(Optional<PersonId> person) ->
          person
              .filter(assignee -> !assignee.equals(caller.id()))
              .ifPresent(
                  assignee ->
                      notices.tell(
                          List.of(assignee),
                          "alert-assigned:" + action,
                          caller.name() + " gave you " + count(changed) + ".",
                          path(changed, "/alerts?q=assignee:me")));
      case Change.Move(State state, var _) when state == State.ESCALATED ->
          notices.tell(
              concerned(caller, changed, held),
              "alert-escalated:" + action,
              caller.name() + " escalated " + count(changed) + ".",
              path(changed, "/alerts?q=is:escalated"));
      case Change.Move _ -> {}
    }
  }

  private Set<PersonId> concerned(Caller.Person caller, List<AlertId> changed, List<Held> held) {
    List<Held> escalated = held.stream().filter(alert -> changed.contains(alert.id())).toList();
    boolean secret = escalated.stream().anyMatch(Held::secret);
    Set<PersonId> concerned =
        new LinkedHashSet<>(
            people.holding(
                secret
                    ? EnumSet.of(Role.ADMINISTRATOR)
                    : EnumSet.of(Role.MAINTAINER, Role.ADMINISTRATOR)));
    for (Held alert : escalated) {
      concerned.add(alert.owner());
      if (!alert.secret()) {
        alert.triage().assignee().ifPresent(concerned::add);
      }
    }
    concerned.removeIf(person -> person.equals(caller.id()) || people.find(person).isEmpty());
    return concerned;
  }

  private static String count(List<AlertId> alerts) {
    return alerts.size() == 1 ? "alert " + alerts.getFirst() : alerts.size() + " alerts";
  }

  private static String path(List<AlertId> alerts, String many) {
    return alerts.size() == 1 ? "/alerts/" + alerts.getFirst() : many;
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}

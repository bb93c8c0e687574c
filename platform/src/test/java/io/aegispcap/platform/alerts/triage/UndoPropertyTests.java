package io.aegispcap.platform.alerts.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Any actions, followed by as many undos as of them changed something, leave everything as it was.
@Tag("property")
@RunningPlatform
class UndoPropertyTests {
  private final Incidents incidents;
  private final Guests guests;
  private final Alerts alerts;
  private final AlertTriage triage;

  UndoPropertyTests(Incidents incidents, Guests guests, Alerts alerts, AlertTriage triage) {
    this.incidents = incidents;
    this.guests = guests;
    this.alerts = alerts;
    this.triage = triage;
  }

  @Test
  void anyActionsAndAsManyUndosLeaveEverythingAsItWas() {
    Guest analyst = guests.join();
    Guest colleague = guests.join();
    List<AlertId> ids =
        incidents.alertsOf(incidents.sample("night.pcapng", analyst.id(), Visibility.TEAM));
    List<Change> changes = changes(analyst, colleague);
    qt().withExamples(120)
        .forAll(
            lists()
                .of(
                    integers()
                        .between(0, changes.size() - 1)
                        .zip(
                            integers().between(1, (1 << ids.size()) - 1),
                            (change, chosen) -> new int[] {change, chosen}))
                .ofSizeBetween(0, 6))
        .checkAssert(
            actions -> {
              List<Triage> before = judged(analyst, ids);
              int effective = 0;
              for (int[] action : actions) {
                Done done =
                    triage.change(as(analyst), chosen(ids, action[1]), changes.get(action[0]));
                effective += done.action().isPresent() ? 1 : 0;
              }
              for (int i = 0; i < effective; i++) {
                assertThat(triage.undo(as(analyst)).orElseThrow().kept()).isZero();
              }
              assertThat(judged(analyst, ids)).isEqualTo(before);
              assertThat(triage.undo(as(analyst))).isEmpty();
            });
  }

  @Test
  void leavesAloneWhatOthersChangedSince() {
    Guest analyst = guests.join();
    Guest colleague = guests.join();
    List<AlertId> ids =
        incidents.alertsOf(incidents.sample("night.pcapng", analyst.id(), Visibility.TEAM));
    triage.change(as(analyst), ids, Change.Move.to(State.ARCHIVED));
    triage.change(as(colleague), List.of(ids.getFirst()), Change.Move.to(State.ESCALATED));
    Undone undone = triage.undo(as(analyst)).orElseThrow();
    assertThat(undone.kept()).isEqualTo(1);
    assertThat(undone.alerts()).hasSize(ids.size() - 1);
    assertThat(judged(analyst, ids).getFirst().state()).isEqualTo(State.ESCALATED);
    assertThat(judged(analyst, ids).getLast().state()).isEqualTo(State.OPEN);
  }

  private static List<Change> changes(Guest analyst, Guest colleague) {
    return List.of(
        Change.Move.to(State.OPEN),
        Change.Move.to(State.IN_PROGRESS),
        Change.Move.to(State.ESCALATED),
        Change.Move.to(State.ARCHIVED),
        new Change.Move(State.ARCHIVED, Optional.of(Reason.BENIGN)),
        new Change.Move(State.ARCHIVED, Optional.of(Reason.TRUE_POSITIVE)),
        new Change.Assign(Optional.empty()),
        new Change.Assign(Optional.of(analyst.id())),
        new Change.Assign(Optional.of(colleague.id())));
  }

  private static List<AlertId> chosen(List<AlertId> ids, int bits) {
    return IntStream.range(0, ids.size())
        .filter(bit -> (bits & 1 << bit) != 0)
        .mapToObj(ids::get)
        .toList();
  }

  private List<Triage> judged(Guest viewer, List<AlertId> ids) {
    return ids.stream().map(id -> alerts.require(id, as(viewer)).triage()).toList();
  }

  private static Caller.Person as(Guest guest) {
    return Caller.Person.atBrowser(guest.id(), guest.handle(), Set.of(Role.MEMBER));
  }
}

package io.aegispcap.platform.alerts.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.triage.AlertTriage;
import io.aegispcap.platform.alerts.triage.Done;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@RunningPlatform
class InboxTests {
  private final Incidents incidents;
  private final Guests guests;
  private final Inbox inbox;
  private final AlertTriage triage;

  InboxTests(Incidents incidents, Guests guests, Inbox inbox, AlertTriage triage) {
    this.incidents = incidents;
    this.guests = guests;
    this.inbox = inbox;
    this.triage = triage;
  }

  @Test
  void showsTheWorstFirst() {
    Guest analyst = guests.join();
    CaptureId night = night(analyst);
    assertThat(list(analyst, "capture:" + night))
        .extracting(row -> row.severity().label())
        .containsExactly("high", "high", "high", "medium", "medium", "info");
  }

  @Test
  void findsWhatEachTermAsksFor() {
    Guest analyst = guests.join();
    String night = "capture:" + night(analyst) + " ";
    assertThat(list(analyst, night + "severity:>=high")).hasSize(3);
    assertThat(list(analyst, night + "-severity:>=high")).hasSize(3);
    assertThat(list(analyst, night + "detector:dns-tunnel")).hasSize(2);
    assertThat(list(analyst, night + "technique:T1071")).hasSize(3);
    assertThat(list(analyst, night + "technique:T1071.004")).hasSize(2);
    assertThat(list(analyst, night + "host:192.0.2.22")).hasSize(2);
    assertThat(list(analyst, night + "host:cdn-metrics.example")).hasSize(2);
    assertThat(list(analyst, night + "tunnel")).hasSize(2);
    assertThat(list(analyst, night + "cdn metr")).hasSize(2);
    assertThat(list(analyst, night + "198.51.100")).hasSize(2);
    assertThat(list(analyst, night + "o'clock \\ & | ! :* <->")).isEmpty();
    assertThat(list(analyst, night + "since:2026-11-23")).isEmpty();
    assertThat(list(analyst, night + "before:2026-11-22")).isEmpty();
    assertThat(list(analyst, night + "is:gone")).isEmpty();
  }

  @Test
  void findsByStateReasonAndAssignee() {
    Guest analyst = guests.join();
    CaptureId capture = night(analyst);
    String night = "capture:" + capture + " ";
    List<AlertId> ids = incidents.alertsOf(capture);
    change(analyst, ids.subList(0, 1), Change.Move.to(State.ESCALATED));
    change(analyst, ids.subList(1, 3), new Change.Move(State.ARCHIVED, Optional.of(Reason.BENIGN)));
    change(analyst, ids.subList(2, 4), new Change.Assign(Optional.of(analyst.id())));
    assertThat(list(analyst, night)).hasSize(4);
    assertThat(list(analyst, night + "is:archived")).hasSize(2);
    assertThat(list(analyst, night + "is:any reason:benign")).hasSize(2);
    assertThat(list(analyst, night + "is:any -reason:benign")).hasSize(4);
    assertThat(list(analyst, night + "is:any assignee:me")).hasSize(2);
    assertThat(list(analyst, night + "assignee:none")).hasSize(3);
    assertThat(inbox.counts(filter(analyst, night), viewer(analyst)))
        .containsEntry(State.OPEN, 3)
        .containsEntry(State.ESCALATED, 1)
        .containsEntry(State.ARCHIVED, 2);
  }

  @Test
  void groupsByDetectorAndHost() {
    Guest analyst = guests.join();
    CaptureId capture = night(analyst);
    incidents.copies(incidents.alertsOf(capture).getFirst(), 30);
    List<Group> groups = inbox.groups(filter(analyst, "capture:" + capture), viewer(analyst), 100);
    assertThat(groups).hasSize(6);
    assertThat(groups.getFirst().alerts()).isEqualTo(31);
  }

  @Test
  void pagesWithoutGapsOrDuplicatesWhileOthersChangeAlerts() {
    Guest analyst = guests.join();
    CaptureId capture = night(analyst);
    List<AlertId> all = new ArrayList<>(incidents.alertsOf(capture));
    all.addAll(incidents.copies(all.getFirst(), 400));
    Set<AlertId> untouched = new HashSet<>(all);
    Random random = new Random(7);
    for (String order : List.of("sort:severity", "sort:newest")) {
      Filter filter = filter(analyst, "capture:" + capture + " " + order);
      List<AlertId> seen = new ArrayList<>();
      Optional<Cursor> after = Optional.empty();
      do {
        Listing page = inbox.list(filter, viewer(analyst), after, 17);
        page.rows().forEach(row -> seen.add(row.id()));
        after = page.next();
        AlertId archived = all.get(random.nextInt(all.size()));
        change(analyst, List.of(archived), Change.Move.to(State.ARCHIVED));
        untouched.remove(archived);
      } while (after.isPresent());
      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen).containsAll(untouched);
    }
  }

  @Test
  void changesFiveHundredAtOnceAndTakesItBack() {
    Guest analyst = guests.join();
    CaptureId capture = night(analyst);
    List<AlertId> copies = incidents.copies(incidents.alertsOf(capture).getFirst(), 500);
    Done done = change(analyst, copies, Change.Move.to(State.ARCHIVED));
    assertThat(done.changed()).hasSize(500);
    assertThat(list(analyst, "capture:" + capture)).hasSize(6);
    assertThat(triage.undo(as(analyst)).orElseThrow().alerts()).hasSize(500);
    assertThat(list(analyst, "capture:" + capture)).hasSize(506);
  }

  private Done change(Guest by, List<AlertId> alerts, Change change) {
    return triage.change(as(by), alerts, change);
  }

  private CaptureId night(Guest owner) {
    return incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
  }

  private List<Row> list(Guest viewer, String text) {
    return inbox.list(filter(viewer, text), viewer(viewer), Optional.empty(), 1000).rows();
  }

  private static Filter filter(Guest guest, String text) {
    FilterReading read =
        new FilterReader(_ -> Optional.empty(), Optional.of(guest.id())).read(text);
    return ((FilterReading.Understood) read).filter();
  }

  private static Viewer viewer(Guest guest) {
    return Viewer.of(as(guest));
  }

  private static Caller.Person as(Guest guest) {
    return Caller.Person.atBrowser(guest.id(), guest.handle(), Set.of(Role.MEMBER));
  }
}

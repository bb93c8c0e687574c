package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Cursor;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.FilterReading;
import io.aegispcap.platform.alerts.inbox.Group;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Listing;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.web.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The inbox.
@Controller
class InboxController {
  private static final int ROWS = 50;
  private static final int MOST_PEOPLE = 500;
  private static final Listing NO_ROWS = new Listing(List.of(), Optional.empty());

  private final Inbox inbox;
  private final Filters filters;
  private final SavedFilters saved;
  private final Names names;
  private final People people;
  private final Reads reads;

  InboxController(
      Inbox inbox, Filters filters, SavedFilters saved, Names names, People people, Reads reads) {
    this.inbox = inbox;
    this.filters = filters;
    this.saved = saved;
    this.names = names;
    this.people = people;
    this.reads = reads;
  }

  @GetMapping("/alerts")
  @Requires(Permission.VISIT)
  Reply inbox(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String view,
      DoneWords done) {
    String text = q.strip();
    return switch (filters.read(text, caller)) {
      case FilterReading.Understood(Filter filter) -> found(caller, filter, after, view, done);
      case FilterReading.Misunderstood(int at, String why) -> wrong(caller, text, at, why);
    };
  }

  private InboxPage found(Caller caller, Filter filter, String after, String view, DoneWords done) {
    Viewer viewer = Viewer.of(caller);
    boolean grouped = view.equals("groups");
    Optional<List<Group>> groups =
        grouped ? Optional.of(inbox.groups(filter, viewer, InboxPage.GROUPS)) : Optional.empty();
    Optional<Cursor> place = grouped ? Optional.empty() : Cursor.parse(after);
    Listing listing = grouped ? NO_ROWS : inbox.list(filter, viewer, place, ROWS);
    if (place.isPresent() && listing.rows().isEmpty()) { // the last page was worked off
      place = Optional.empty();
      listing = inbox.list(filter, viewer, place, ROWS);
    }
    long shown = groups.map(List::size).orElse(listing.rows().size());
    reads.record(caller, "alert.list", "", filter.text(), shown);
    return new InboxPage(
        new QueryText(filter.text()),
        Optional.empty(),
        listing,
        groups,
        place,
        inbox.counts(filter, viewer),
        saved(caller),
        names(listing),
        people(caller),
        done.told(),
        !listing.rows().isEmpty() || any(viewer));
  }

  private InboxPage wrong(Caller caller, String text, int at, String why) {
    return new InboxPage(
        new QueryText(text),
        Optional.of(new InboxPage.Wrong(text.substring(0, at), text.substring(at), why)),
        NO_ROWS,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        saved(caller),
        Map.of(),
        List.of(),
        Optional.empty(),
        true);
  }

  private boolean any(Viewer viewer) {
    Filter everything =
        new Filter("", List.of(new Term.Is(EnumSet.allOf(State.class))), Filter.Order.NEWEST);
    return !inbox.list(everything, viewer, Optional.empty(), 1).rows().isEmpty();
  }

  private List<SavedFilters.Saved> saved(Caller caller) {
    return caller instanceof Caller.Person person ? saved.of(person.id()) : List.of();
  }

  private Map<PersonId, String> names(Listing listing) {
    return names.of(
        listing.rows().stream()
            .map(Row::triage)
            .flatMap(triage -> triage.assignee().stream())
            .toList());
  }

  private List<String> people(Caller caller) {
    return caller instanceof Caller.Person
        ? people.all().stream()
            .filter(profile -> !profile.locked())
            .limit(MOST_PEOPLE)
            .map(profile -> profile.handle().value())
            .toList()
        : List.of();
  }
}

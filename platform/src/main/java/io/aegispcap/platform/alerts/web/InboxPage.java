package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.inbox.Cursor;
import io.aegispcap.platform.alerts.inbox.Group;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Listing;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The inbox.
///
/// @param problem what is wrong with the filter, and where
/// @param listing what it finds; nothing where it can't be understood
/// @param groups instead of the listing, when they are asked for
/// @param after where this page begins; empty at the beginning of the list
/// @param counts matches by state
/// @param names of assignees who are still here
/// @param people who alerts can be given to
/// @param done what was just done
/// @param any whether the viewer has any alert at all
public record InboxPage(
    QueryText query,
    Optional<Wrong> problem,
    Listing listing,
    Optional<List<Group>> groups,
    Optional<Cursor> after,
    Map<State, Integer> counts,
    List<SavedFilters.Saved> saved,
    Map<PersonId, String> names,
    List<String> people,
    Optional<Told> done,
    boolean any)
    implements Page {
  /// As many of them are shown.
  static final int GROUPS = 200;

  public InboxPage {
    saved = List.copyOf(saved);
    names = Map.copyOf(names);
    people = List.copyOf(people);
    counts = Map.copyOf(counts);
  }

  /// @param before the filter up to the wrong character
  /// @param from there on
  public record Wrong(String before, String from, String why) {}

  @Override
  public String title() {
    return "Alerts";
  }

  @Override
  public String template() {
    return "alerts/inbox";
  }

  public boolean paged() {
    return after.isPresent();
  }

  /// Whether there may be groups that are not shown.
  public boolean groupsCut() {
    return groups.map(List::size).orElse(0) >= GROUPS;
  }

  public List<Tab> tabs() {
    int active =
        Math.min(
            Inbox.COUNTED + 1,
            count(State.OPEN) + count(State.IN_PROGRESS) + count(State.ESCALATED));
    QueryText rest = query.without("is");
    return List.of(
        new Tab("Active", rest.href(), count(active), !query.hasKey("is")),
        tab(State.OPEN),
        tab(State.IN_PROGRESS),
        tab(State.ESCALATED),
        tab(State.ARCHIVED),
        new Tab("All", rest.with("is", "any").href(), "", query.has("is", "any")));
  }

  private Tab tab(State state) {
    return new Tab(
        state.label(),
        query.with("is", state.slug()).href(),
        count(count(state)),
        query.has("is", state.slug()));
  }

  private int count(State state) {
    return counts.getOrDefault(state, 0);
  }

  private String count(int counted) {
    if (problem.isPresent()) {
      return "";
    }
    return counted > Inbox.COUNTED ? Words.count(Inbox.COUNTED) + "+" : Words.count(counted);
  }

  public List<Reason> reasons() {
    return List.of(Reason.values());
  }

  /// @param count empty where it is not counted
  public record Tab(String label, String href, String count, boolean current) {}
}

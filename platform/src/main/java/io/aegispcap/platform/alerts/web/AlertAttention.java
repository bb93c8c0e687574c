package io.aegispcap.platform.alerts.web;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Icon;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What waits on the home page: alerts that are urgent and nobody's, and those that are one's own.
@Component
@Order(1)
class AlertAttention implements Attention {
  private final Inbox inbox;

  AlertAttention(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public List<Item> of(Caller.Person person) {
    Viewer viewer = Viewer.of(person);
    List<Item> items = new ArrayList<>();
    Map<State, Integer> urgent =
        counts(viewer, new Term.Severe(EnumSet.of(Severity.HIGH, Severity.CRITICAL)));
    add(
        items,
        urgent.getOrDefault(State.OPEN, 0),
        "%s of high severity waiting for somebody",
        "is:open severity:>=high");
    add(
        items,
        urgent.getOrDefault(State.ESCALATED, 0),
        "%s of high severity escalated",
        "is:escalated severity:>=high");
    Map<State, Integer> own = counts(viewer, new Term.Assigned(Optional.of(person.id())));
    int active =
        own.entrySet().stream()
            .filter(count -> Filter.ACTIVE.contains(count.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    add(items, active, "%s assigned to you", "assignee:me");
    return items;
  }

  private Map<State, Integer> counts(Viewer viewer, Term term) {
    return inbox.counts(new Filter("", List.of(term), Filter.Order.NEWEST), viewer);
  }

  private static void add(List<Item> items, int count, String text, String query) {
    if (count > 0) {
      String alerts =
          count > Inbox.COUNTED
              ? "More than " + Words.count(Inbox.COUNTED, "alert")
              : Words.count(count, "alert");
      items.add(new Item(Icon.ALERT, text.formatted(alerts), new QueryText(query).href()));
    }
  }
}

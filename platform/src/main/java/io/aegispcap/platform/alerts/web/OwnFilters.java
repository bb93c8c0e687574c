package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import io.aegispcap.platform.alerts.inbox.SavedFilters.Saved;
import io.aegispcap.platform.web.OneLine;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps filters for people, if they can be understood.
@Component
class OwnFilters {
  private static final int LONGEST = 60;
  private static final int MOST = 50;

  private final SavedFilters saved;
  private final Filters filters;

  OwnFilters(SavedFilters saved, Filters filters) {
    this.saved = saved;
    this.filters = filters;
  }

  List<Saved> of(Caller.Person caller) {
    return saved.of(caller.id());
  }

  /// One of the same name gives way.
  ///
  /// @throws ProblemException INVALID when name or filter can't be kept, or there are too many
  Saved save(Caller.Person caller, String name, String query) {
    String text = filters.require(query.replace("\0", "").strip(), caller).text();
    String title = title(name);
    List<Saved> present = of(caller);
    boolean renewed = present.stream().anyMatch(each -> each.name().equals(title));
    if (!renewed && present.size() >= MOST) {
      throw invalid("There are " + MOST + " already: delete one first.");
    }
    return saved.save(caller.id(), title, text);
  }

  /// @throws ProblemException as [#save]; NOT_FOUND; CONFLICT when another one is called so
  Saved change(Caller.Person caller, long id, String name, String query) {
    if (of(caller).stream().noneMatch(each -> each.id() == id)) {
      throw ProblemException.notFound("filter " + id + " of yours");
    }
    String text = filters.require(query.replace("\0", "").strip(), caller).text();
    return saved
        .change(caller.id(), new Saved(id, title(name), text))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.CONFLICT, "Another filter of yours is called so."));
  }

  /// Whether it was there.
  boolean delete(Caller.Person caller, long id) {
    return saved.delete(caller.id(), id);
  }

  private static String title(String name) {
    String title = OneLine.of(name);
    if (title.isEmpty() || title.length() > LONGEST) {
      throw invalid("Name the filter in 1 to " + LONGEST + " characters.");
    }
    return title;
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}

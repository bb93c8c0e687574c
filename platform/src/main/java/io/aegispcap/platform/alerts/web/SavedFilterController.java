package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own filters.
@Controller
class SavedFilterController {
  private static final int LONGEST = 60;
  private static final int MOST = 50;

  private final SavedFilters saved;
  private final Filters filters;

  SavedFilterController(SavedFilters saved, Filters filters) {
    this.saved = saved;
    this.filters = filters;
  }

  @PostMapping("/alerts/filters")
  @Requires(Permission.TAKE_PART)
  Reply save(
      Caller.Person caller, @RequestParam String name, @RequestParam(defaultValue = "") String q) {
    String text = filters.require(q.strip(), caller).text();
    String title = name.strip().replace("\0", "");
    if (title.isEmpty() || title.length() > LONGEST) {
      throw invalid("Name the filter in 1 to " + LONGEST + " characters.");
    }
    if (saved.of(caller.id()).size() >= MOST) {
      throw invalid("There are " + MOST + " already: delete one first.");
    }
    saved.save(caller.id(), title, text);
    return new Redirect(new QueryText(text).href());
  }

  @PostMapping("/alerts/filters/{id}/delete")
  @Requires(Permission.TAKE_PART)
  Reply delete(
      Caller.Person caller, @PathVariable long id, @RequestParam(defaultValue = "") String q) {
    saved.delete(caller.id(), id);
    return new Redirect(new QueryText(q.strip()).href());
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}

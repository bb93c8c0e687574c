package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own filters.
@Controller
class SavedFilterController {
  private final OwnFilters own;

  SavedFilterController(OwnFilters own) {
    this.own = own;
  }

  @PostMapping("/alerts/filters")
  @Requires(Permission.TAKE_PART)
  Reply save(
      Caller.Person caller, @RequestParam String name, @RequestParam(defaultValue = "") String q) {
    return new Redirect(new QueryText(own.save(caller, name, q).query()).href());
  }

  @PostMapping("/alerts/filters/{id}/delete")
  @Requires(Permission.TAKE_PART)
  Reply delete(
      Caller.Person caller, @PathVariable long id, @RequestParam(defaultValue = "") String q) {
    own.delete(caller, id);
    return new Redirect(new QueryText(q.strip()).href());
  }
}

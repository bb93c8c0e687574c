package io.aegispcap.platform.notices.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where the bell leads.
@Controller
class NoticesController {
  private static final int SHOWN = 100;

  private final Notices notices;

  NoticesController(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/notices")
  @Requires(Permission.TAKE_PART)
  Reply list(Caller.Person caller) {
    return new NoticesPage(notices.of(caller.id(), SHOWN));
  }

  /// Leads where a notice does, which is read then.
  @GetMapping("/notices/{id}")
  @Requires(Permission.TAKE_PART)
  Reply open(Caller.Person caller, @PathVariable long id) {
    return notices
        .open(caller.id(), id)
        .map(notice -> new Redirect(inside(notice.path())))
        .orElseThrow(() -> ProblemException.notFound("notice " + id));
  }

  private static String inside(String path) {
    return path.startsWith("/") && !path.startsWith("//") ? path : "/notices";
  }

  @PostMapping("/notices/read")
  @Requires(Permission.TAKE_PART)
  Reply markRead(Caller.Person caller) {
    notices.markRead(caller.id());
    return new Redirect("/notices");
  }
}

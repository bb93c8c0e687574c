package io.aegispcap.platform.notices.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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

  @PostMapping("/notices/read")
  @Requires(Permission.TAKE_PART)
  Reply markRead(Caller.Person caller) {
    notices.markRead(caller.id());
    return new Redirect("/notices");
  }
}

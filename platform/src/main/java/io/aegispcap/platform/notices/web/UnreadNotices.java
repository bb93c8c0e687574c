package io.aegispcap.platform.notices.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Bell;
import io.aegispcap.platform.web.Icon;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Says on the home page that the bell rings.
@Component
@Order(10)
class UnreadNotices implements Attention {
  private final Bell bell;

  UnreadNotices(Bell bell) {
    this.bell = bell;
  }

  @Override
  public List<Item> of(Caller.Person person) {
    int unread = bell.unread(person.id());
    return unread == 0
        ? List.of()
        : List.of(
            new Item(
                Icon.BELL, unread == 1 ? "One new notice" : unread + " new notices", "/notices"));
  }
}

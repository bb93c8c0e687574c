package io.aegispcap.platform.notices.web;

import io.aegispcap.platform.notices.Notice;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// What somebody was told.
public record NoticesPage(List<Notice> notices) implements Page {
  public NoticesPage {
    notices = List.copyOf(notices);
  }

  @Override
  public String title() {
    return "Notices";
  }

  @Override
  public String template() {
    return "notices/list";
  }

  public boolean anyUnread() {
    return notices.stream().anyMatch(notice -> !notice.read());
  }
}

package io.aegispcap.platform.site.web;

import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// Where everybody starts.
///
/// @param waiting what needs whoever looks at it
public record HomePage(List<Attention.Item> waiting) implements Page {
  public HomePage {
    waiting = List.copyOf(waiting);
  }

  @Override
  public String title() {
    return "Home";
  }

  @Override
  public String template() {
    return "site/home";
  }
}

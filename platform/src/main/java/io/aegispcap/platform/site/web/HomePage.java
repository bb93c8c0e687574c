package io.aegispcap.platform.site.web;

import io.aegispcap.platform.web.Page;

/// Where everybody starts.
public record HomePage() implements Page {

  @Override
  public String title() {
    return "Home";
  }

  @Override
  public String template() {
    return "site/home";
  }
}
